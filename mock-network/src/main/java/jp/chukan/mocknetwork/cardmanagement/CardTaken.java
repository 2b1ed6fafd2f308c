package jp.chukan.mocknetwork.cardmanagement;

/**
 * What the receiver of a notice about a card answers.
 *
 * @param notices how many it took
 */
public record CardTaken(int notices) {}
