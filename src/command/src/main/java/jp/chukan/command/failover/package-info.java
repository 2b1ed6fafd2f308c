/**
 * What an installation of several machines does when one of them dies: a broker and a node are
 * killed under load, and the records of all parties tell whether anything was lost or doubled.
 */
@NullMarked
package jp.chukan.command.failover;

import org.jspecify.annotations.NullMarked;
