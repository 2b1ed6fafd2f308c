package jp.chukan.gateway;

final class Main {
  private Main() {}

  public static void main(String[] arguments) {}
}
