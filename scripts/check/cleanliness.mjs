// Nothing of the machine a file was written on may stay in it: no private folders, no download hosts.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listFiles, report, rootFolder } from './source-tree.mjs';

const LOCK_FILES = ['package-lock.json', 'npm-shrinkwrap.json'];
const TEXT =
  /\.([cm]?[jt]sx?|json|jsonc|md|css|html|svg|sql|ya?ml|toml|txt|sh|env|conf|csv|webmanifest)$|(^|\/)(\.[\w.-]+|[A-Z]\w*file[\w.-]*|LICENSE)$/;

const before = String.raw`(?<![\w.~@$}\])-])`;
const machinePaths = [
  new RegExp(`${before}/(home|Users)/[\\w.-]+`),
  new RegExp(`${before}/root(/|\\b(?=["'\`\\s]|$))`),
  new RegExp(`${before}/(private/)?(var/)?(tmp|folders)(/|\\b(?=["'\`\\s]|$))`),
  /\b[A-Za-z]:\\{1,2}(Users|Temp|Windows)\b/,
];

/** These describe folders inside an image, not on a machine. */
const describesImage = (path) => /(^|\/)(Dockerfile|docker-compose|compose)[\w.-]*$/.test(path);

const isLoopback = (host) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)(:\d+)?$/.test(host);
const isDownload = (host, path) =>
  /(^|[.-])(registry|mirrors?|nexus|artifactory|artifacts?|pypi|npmjs|yarnpkg|verdaccio|proxy)([.-]|$)/i.test(
    host,
  ) || /\.(tgz|tar\.\w+|zip|deb|rpm|whl|gz|xz|exe|dmg|AppImage)$/i.test(path);
const settings =
  /(?:^|[^\w])(?:registry|_authToken|npm_config_registry|[A-Z_]*(?:DOWNLOAD_HOST|REGISTRY|MIRROR))\s*[=:]\s*["']?(?:https?:)?\/\/([^/"'\s]+)/;

const root = rootFolder();
const findings = [];

function checkLine(path, line, text) {
  for (const pattern of describesImage(path) ? [] : machinePaths) {
    const found = pattern.exec(text);
    if (found)
      findings.push({
        path,
        line,
        words: `${found[0]} is a folder of one machine; use a relative path or os.tmpdir()`,
      });
  }
  const setting = settings.exec(text);
  if (setting && !isLoopback(setting[1])) {
    findings.push({
      path,
      line,
      words: `${setting[1]} is set as the place packages come from; leave that to the machine`,
    });
    return;
  }
  for (const [, host, rest] of text.matchAll(/https?:\/\/([\w.:[\]-]+)([^\s"'`<>)]*)/g)) {
    if (!isLoopback(host) && isDownload(host, rest.replace(/[?#].*$/, ''))) {
      findings.push({
        path,
        line,
        words: `${host} is a download host; packages come from wherever npm is told to look`,
      });
    }
  }
}

let read = 0;
for (const path of listFiles(root)) {
  if (!TEXT.test(path)) continue;
  const text = readFileSync(join(root, path), 'utf8');
  if (text.includes('\0')) continue;
  read += 1;
  const isLock = LOCK_FILES.includes(basename(path));
  for (const [at, line] of text.split('\n').entries()) {
    if (isLock && /^\s*"resolved":\s*"/.test(line)) {
      findings.push({
        path,
        line: at + 1,
        words: 'the lock file names the host of a package; remove its "resolved" entries',
      });
    } else if (!isLock) {
      checkLine(path, at + 1, line);
    }
  }
}

report('cleanliness', findings, `${read} text files`);
