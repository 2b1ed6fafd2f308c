package jp.chukan.command;

final class Main {
  private Main() {}

  public static void main(String[] arguments) {}
}
