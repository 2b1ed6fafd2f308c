package jp.chukan.gateway.replica;

import java.util.List;
import jp.chukan.contract.code.DepartmentCode;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.code.SpecificPersonalInformationCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which departments of an institution may register a 「特定個人情報」 (JN-09). One that is not listed may
 * be registered by any department of the institution.
 *
 * @param sources at most one entry per institution and information
 */
@ConfigurationProperties("chukan.replica")
record PermittedSources(List<Source> sources) {

  /**
   * @param institution 「機関コード」
   * @param information 「特定個人情報名コード」
   * @param departments 「依頼元部署コード」 that may register it
   */
  record Source(
      InstitutionCode institution,
      SpecificPersonalInformationCode information,
      List<DepartmentCode> departments) {
    Source {
      departments = List.copyOf(departments);
    }
  }

  PermittedSources {
    sources = orEmpty(sources);
  }

  boolean permits(
      InstitutionCode institution,
      SpecificPersonalInformationCode information,
      DepartmentCode department) {
    return sources.stream()
        .filter(source -> source.institution().equals(institution))
        .filter(source -> source.information().equals(information))
        .allMatch(source -> source.departments().contains(department));
  }

  private static List<Source> orEmpty(@Nullable List<Source> sources) {
    return sources == null ? List.of() : List.copyOf(sources);
  }
}
