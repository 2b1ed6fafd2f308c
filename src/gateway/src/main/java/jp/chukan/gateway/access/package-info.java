/**
 * Who may connect at all: registered clients, an institution per certificate, and what the rest is
 * told.
 */
@NullMarked
package jp.chukan.gateway.access;

import org.jspecify.annotations.NullMarked;
