/**
 * The broker as a process of its own, for installations of several machines: two of them share one
 * store, and the gateways use whichever is active. A program beside the server, with nothing of the
 * server in it.
 */
@NullMarked
package jp.chukan.gateway.broker;

import org.jspecify.annotations.NullMarked;
