/**
 * What a municipality's own systems do at the gateway's door, with an institution's certificate.
 */
@NullMarked
package jp.chukan.command.client;

import org.jspecify.annotations.NullMarked;
