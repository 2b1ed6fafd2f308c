package jp.chukan.mocknetwork.coresystem;

import java.time.Duration;

/**
 * How one answer is spoilt on demand.
 *
 * @param fault what goes wrong
 * @param thenRight whether the right answer follows a faulty one
 * @param delay how much later than it could a late answer comes, and the one that follows another
 */
public record Spoiling(AnswerFault fault, boolean thenRight, Duration delay) {}
