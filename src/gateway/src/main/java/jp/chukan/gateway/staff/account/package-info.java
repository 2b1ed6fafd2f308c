/**
 * Accounts of the staff: one person, one id; applied for by one and approved by another (JN-14).
 */
@NullMarked
@NamedInterface("account")
package jp.chukan.gateway.staff.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
