// Preloaded into every supervised program: when the supervisor is gone, even by `kill -9`, so are we.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
