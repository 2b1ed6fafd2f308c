/** The only Camel: the flows of {@code routes/}, the broker, and what joins them to the server. */
@NullMarked
package jp.chukan.gateway.routing;

import org.jspecify.annotations.NullMarked;
