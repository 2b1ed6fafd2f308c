/**
 * What an installation of several machines does when one of them dies or is cut off: brokers, nodes
 * and the database are struck under load, and the records of all parties tell whether anything was
 * lost or doubled.
 */
@NullMarked
package jp.chukan.command.failover;

import org.jspecify.annotations.NullMarked;
