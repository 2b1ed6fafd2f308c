package jp.chukan.gateway.institution;

import jp.chukan.contract.code.InstitutionCode;
import org.jspecify.annotations.Nullable;

/**
 * Who took a master in or put it in force.
 *
 * @param name common name of the certificate, or the file that was loaded at the first start
 * @param institution 「機関コード」 of the certificate, null for the first start
 */
public record MasterActor(String name, @Nullable InstitutionCode institution) {}
