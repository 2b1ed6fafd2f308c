/**
 * The way into the console: a TLS port of its own without client certificates, and the pages of
 * signing in. Nothing of the console answers elsewhere.
 */
@NullMarked
package jp.chukan.gateway.staff.door;

import org.jspecify.annotations.NullMarked;
