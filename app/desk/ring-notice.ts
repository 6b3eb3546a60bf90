'use client';

/** Whether the browser shows notifications beside the page; `none`: it cannot. */
export type NoticePermission = NotificationPermission | 'none';

/** Asks, where it was not asked before. Browsers want a press shortly before. */
export async function askForNotices(): Promise<NoticePermission> {
  if (typeof Notification === 'undefined') return 'none';
  return Notification.permission === 'default' ? Notification.requestPermission() : Notification.permission;
}

/** Shows a notification, where that is allowed; a press on it leads to this window. Answers how to take it away. */
export function showNotice(title: string, body: string, tag: string): () => void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return () => undefined;
  try {
    const notice = new Notification(title, { body, tag });
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
    });
    return () => notice.close();
  } catch {
    // Telephones know the word but show notifications of installed apps only.
    return () => undefined;
  }
}
