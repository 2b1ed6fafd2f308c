/**
 * What the programs are made of, held against known weaknesses and allowed licences; works without
 * a network.
 */
@NullMarked
package jp.chukan.command.dependencies;

import org.jspecify.annotations.NullMarked;
