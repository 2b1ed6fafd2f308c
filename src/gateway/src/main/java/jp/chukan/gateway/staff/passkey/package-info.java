/** Passkeys of the staff: the stronger proof that approvers and administrators owe (JN-20). */
@NullMarked
package jp.chukan.gateway.staff.passkey;

import org.jspecify.annotations.NullMarked;
