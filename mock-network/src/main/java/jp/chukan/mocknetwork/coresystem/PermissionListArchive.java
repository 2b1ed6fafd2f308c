package jp.chukan.mocknetwork.coresystem;

import java.sql.Timestamp;
import java.util.Optional;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.XmlDocuments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published versions of the list. */
@Component
final class PermissionListArchive {
  private final JdbcClient jdbc;

  PermissionListArchive(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void keep(PermissionMatchingList list, byte[] content, byte[] signed) {
    jdbc.sql(
            """
            insert into permission_list (version, published_at, entries, content, document)
            values (?, ?, ?, ?, ?)
            on conflict (version) do nothing
            """)
        .params(
            list.version(),
            Timestamp.from(list.publishedAt()),
            list.entries().size(),
            content,
            signed)
        .update();
  }

  int latestVersion() {
    return jdbc.sql("select coalesce(max(version), 0) from permission_list")
        .query(Integer.class)
        .single();
  }

  Optional<byte[]> latestDocument() {
    return jdbc.sql("select document from permission_list order by version desc limit 1")
        .query(byte[].class)
        .optional();
  }

  Optional<PermissionMatchingList> latestList() {
    return jdbc.sql("select content from permission_list order by version desc limit 1")
        .query(byte[].class)
        .optional()
        .map(content -> XmlDocuments.read(PermissionMatchingList.class, content));
  }
}
