package jp.chukan.mocknetwork.applicationrelay;

/**
 * What the 連携サーバ answers to whoever leaves something with it.
 *
 * @param kept true
 */
public record Kept(boolean kept) {}
