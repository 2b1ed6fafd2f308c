/**
 * What leaves the console as a file: a little at once, more only after somebody else has approved
 * it; each step is kept (JN-21, JN-22, JN-37).
 */
@NullMarked
package jp.chukan.gateway.export;

import org.jspecify.annotations.NullMarked;
