package jp.chukan.gateway.staff;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a page of the console. A page without this rule answers 403 to everybody. A role
 * counts when the session has proven it as strongly as it demands (JN-20); on a method the rule
 * replaces that of its class.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

  /** One of these is enough; none means that nobody may. */
  StaffRole[] value();
}
