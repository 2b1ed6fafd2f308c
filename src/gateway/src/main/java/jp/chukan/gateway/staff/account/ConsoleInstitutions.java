package jp.chukan.gateway.staff.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.staff.ConsoleSettings;
import org.springframework.stereotype.Component;

/** Whose staff may have accounts: the served institutions and the operator of the platform. */
@Component
public class ConsoleInstitutions {
  private static final String PLATFORM = "運用事業者";
  private static final Pattern PREFECTURE = Pattern.compile("^(北海道|東京都|京都府|大阪府|\\p{IsHan}{2,3}県)");

  private final Map<InstitutionCode, String> names = new LinkedHashMap<>();
  private final InstitutionCode platform;

  ConsoleInstitutions(ServedInstitutions served, ConsoleSettings settings) {
    platform = settings.platform();
    served.institutions().forEach(each -> names.put(each.code(), each.name()));
    names.putIfAbsent(platform, PLATFORM);
  }

  public List<InstitutionCode> codes() {
    return new ArrayList<>(names.keySet());
  }

  /** Whether its staff run the platform; they never see personal data (MS-93). */
  public boolean isPlatform(InstitutionCode institution) {
    return platform.equals(institution);
  }

  /** Name for staff, in Japanese. */
  public String name(InstitutionCode institution) {
    return names.getOrDefault(institution, institution.value());
  }

  /** Finds by 「機関コード」, by name, or by name without the prefecture when that names just one. */
  public Optional<InstitutionCode> find(String typed) {
    String text = typed.strip();
    List<InstitutionCode> found =
        names.entrySet().stream()
            .filter(each -> isNamed(each.getKey(), each.getValue(), text))
            .map(Map.Entry::getKey)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isNamed(InstitutionCode code, String name, String text) {
    return code.value().equals(text)
        || name.equals(text)
        || PREFECTURE.matcher(name).replaceFirst("").equals(text);
  }
}
