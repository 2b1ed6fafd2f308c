/** Signing in and out, and what a running session has proven (MS-70, JN-24). */
@NullMarked
@NamedInterface("session")
package jp.chukan.gateway.staff.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
