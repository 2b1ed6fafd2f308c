/**
 * 「権限」 in the console: applied for by one person, given by another, reviewed, and revoked at once
 * (JN-36, MU-06, MU-07, MU-13). What is in force stands in the sets of the package above.
 */
@NullMarked
@NamedInterface("grant")
package jp.chukan.gateway.staff.grant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
