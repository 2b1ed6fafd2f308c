package jp.chukan.gateway.record;

/**
 * A record where it stands.
 *
 * @param position grows with each record of the server; to read on, ask for what comes after it
 * @param entry the record
 */
public record StoredRecord(long position, ProvisionRecord entry) {}
