package jp.chukan.gateway.kernel;

import org.jspecify.annotations.Nullable;

/** Where the deed under way stands in its trace, so that what leaves later can go on with it. */
@FunctionalInterface
public interface CurrentTrace {

  /** A {@code traceparent} of W3C Trace Context; null while nothing is traced. */
  @Nullable String traceParent();
}
