package jp.chukan.gateway.citizennotice;

/**
 * What a notice says. Holds what concerns one person; prints nothing of it.
 *
 * @param title in one line
 * @param text plain
 */
record NoticeWords(String title, String text) {

  @Override
  public String toString() {
    return "NoticeWords[redacted]";
  }
}
