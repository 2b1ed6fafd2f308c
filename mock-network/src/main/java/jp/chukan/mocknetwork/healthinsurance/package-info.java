/** 「国民健康保険システム」: who is insured by the municipality, and what it hands on about them. */
@NullMarked
package jp.chukan.mocknetwork.healthinsurance;

import org.jspecify.annotations.NullMarked;
