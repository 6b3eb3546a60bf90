import { answerAuth } from '@/auth/route';

export { answerAuth as GET, answerAuth as POST };
