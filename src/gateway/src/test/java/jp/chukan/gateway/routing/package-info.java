@NullMarked
package jp.chukan.gateway.routing;

import org.jspecify.annotations.NullMarked;
