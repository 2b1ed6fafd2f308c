/**
 * 「ジョブ」: what the server does by itself (function 10, システム管理): when, on which node, with what
 * success, by whose order. The work itself is done by the features; {@code routes/} say which.
 */
@NullMarked
package jp.chukan.gateway.job;

import org.jspecify.annotations.NullMarked;
