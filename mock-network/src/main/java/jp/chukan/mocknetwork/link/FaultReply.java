package jp.chukan.mocknetwork.link;

/**
 * What the sender of a message that was not taken gets.
 *
 * @param fault what is wrong
 * @param place where
 */
record FaultReply(Fault fault, String place) {}
