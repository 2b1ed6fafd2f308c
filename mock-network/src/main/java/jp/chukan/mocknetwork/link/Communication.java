package jp.chukan.mocknetwork.link;

import java.time.Instant;
import java.util.Optional;

/**
 * One message from a system to another, taken or not (JN-02, JN-11, JN-12). What it said is not in
 * it.
 *
 * @param number position in the log
 * @param at when the receiver had decided about it
 * @param message kind of message, as the last part of its address says
 * @param bytes length of the message
 * @param fault why it was not taken; empty when it was
 */
public record Communication(
    long number,
    Instant at,
    CountrySystem from,
    CountrySystem to,
    String message,
    int bytes,
    Optional<Fault> fault) {}
