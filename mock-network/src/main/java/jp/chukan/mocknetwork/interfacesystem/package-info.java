/** 「インターフェイスシステム」: relays between the core and the intermediate server, faults included. */
@NullMarked
package jp.chukan.mocknetwork.interfacesystem;

import org.jspecify.annotations.NullMarked;
