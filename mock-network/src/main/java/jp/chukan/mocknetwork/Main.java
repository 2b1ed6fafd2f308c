package jp.chukan.mocknetwork;

final class Main {
  private Main() {}

  public static void main(String[] arguments) {}
}
