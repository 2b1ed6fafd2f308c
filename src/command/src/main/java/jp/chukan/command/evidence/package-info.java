/**
 * Verification of evidence away from the server: needs the file and the authority's certificate.
 */
@NullMarked
package jp.chukan.command.evidence;

import org.jspecify.annotations.NullMarked;
