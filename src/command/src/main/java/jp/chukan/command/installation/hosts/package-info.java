/**
 * The machines on which the parts of an installation run: this one, or hosts of their own in
 * network namespaces, whose cables can be cut. {@link jp.chukan.command.installation.hosts.Hosts}
 * is the front door.
 */
@NullMarked
package jp.chukan.command.installation.hosts;

import org.jspecify.annotations.NullMarked;
