package jp.chukan.gateway.isolation;

import static jp.chukan.gateway.testing.TestKeys.STRANGER;

import java.io.InputStream;
import java.io.Reader;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.chukan.gateway.kernel.InstitutionTransactions;
import jp.chukan.gateway.kernel.RowCursor;
import jp.chukan.gateway.testing.FailingDataSource;
import jp.chukan.gateway.testing.SeenStatements;
import jp.chukan.gateway.testing.TestDatabase;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Takes each statement that the server is about to run in the name of an institution, and runs the
 * very same, with the same parameters, on the same connection and under the same role: as that
 * institution, to see that it finds or changes something; then as another one that has nothing, and
 * as nobody, which must neither find anything nor change a row of the first. All of it is taken
 * back before the server goes on.
 */
final class ForeignReplay implements SeenStatements.Watcher {
  private static final int TRIES = 3_000;
  private static final int ROWS = 5;
  private static final int LOOKS = 3;
  private static final String NOBODY = "";

  /** Stand between a statement and the class that has it, and have none of their own. */
  static final Set<Class<?>> CARRIERS =
      Set.of(InstitutionTransactions.class, RowCursor.class, FailingDataSource.class);

  private static final Pattern CHANGES =
      Pattern.compile("(?i)\\b(insert into|update [a-z_]+ (as )?[a-z]* ?set|delete from)\\b");
  private static final Pattern ENTERS = Pattern.compile("set_config\\('chukan.institution'");
  private static final Pattern LITERALS = Pattern.compile("'[^']*'");
  private static final Pattern LISTS = Pattern.compile("\\?(\\s*,\\s*\\?)+");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern WORDS = Pattern.compile("\\W+");

  private final Map<String, Proof> proofs = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> tables = new ConcurrentHashMap<>();
  private final ThreadLocal<Boolean> replaying = ThreadLocal.withInitial(() -> false);

  /** What is known of one statement. */
  static final class Proof {
    final Set<String> issuers = ConcurrentHashMap.newKeySet();
    final Set<String> leaks = ConcurrentHashMap.newKeySet();
    final Set<String> faults = ConcurrentHashMap.newKeySet();
    final boolean ofInstitutions;
    volatile boolean worked;
    private int tries;

    Proof(boolean ofInstitutions) {
      this.ofInstitutions = ofInstitutions;
    }

    synchronized boolean isDue() {
      return !worked && tries++ < TRIES;
    }
  }

  /** Every statement of the server that ran, its lists and its layout made alike. */
  Map<String, Proof> proofs() {
    return proofs;
  }

  @Override
  public void sees(ExecutionInfo execution, QueryInfo statement) {
    if (replaying.get() || ENTERS.matcher(statement.getQuery()).find()) {
      return;
    }
    replaying.set(true);
    try {
      Optional<Class<?>> issuer = issuer();
      if (issuer.isPresent()) {
        see(execution, statement, issuer.get());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      replaying.set(false);
    }
  }

  /** The class of the server that has the statement; empty when a test runs it. */
  private static Optional<Class<?>> issuer() {
    return StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames
                    .<Class<?>>map(StackFrame::getDeclaringClass)
                    .filter(type -> type.getName().startsWith("jp.chukan.gateway."))
                    .filter(type -> type != ForeignReplay.class && type != SeenStatements.class)
                    .filter(type -> !CARRIERS.contains(type.getNestHost()))
                    .findFirst())
        .map(Class::getNestHost)
        .filter(type -> !isOfTests(type));
  }

  private static boolean isOfTests(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test");
  }

  private void see(ExecutionInfo execution, QueryInfo statement, Class<?> issuer)
      throws SQLException {
    Connection own =
        (Connection) execution.getStatement().getConnection().unwrap(PGConnection.class);
    if (!own.getMetaData().getUserName().equals(TestDatabase.APPLICATION)) {
      return;
    }
    Set<String> known = tables.computeIfAbsent(own.getMetaData().getURL(), url -> tables(own));
    if (known.isEmpty()) {
      throw new IllegalStateException("the server works before its database is there");
    }
    Proof proof =
        proofs.computeIfAbsent(
            alike(statement.getQuery()), sql -> new Proof(isOfInstitutions(sql, known)));
    proof.issuers.add(issuer.getName());
    if (!proof.ofInstitutions || own.getAutoCommit()) {
      return;
    }
    String institution = institution(own);
    if (!institution.isEmpty() && proof.isDue()) {
      new Replay(own, known, statement, institution).prove(proof);
    }
  }

  /** Whether it names a table that has rows of institutions. */
  private static boolean isOfInstitutions(String sql, Set<String> tables) {
    Set<String> words =
        new HashSet<>(
            Arrays.asList(
                WORDS.split(LITERALS.matcher(sql.toLowerCase(Locale.ROOT)).replaceAll(""))));
    return tables.stream().anyMatch(words::contains);
  }

  private static String alike(String sql) {
    return SPACE.matcher(LISTS.matcher(sql).replaceAll("?")).replaceAll(" ").strip();
  }

  private static String institution(Connection own) throws SQLException {
    return ask(own, "select coalesce(current_setting('chukan.institution', true), '')").getFirst();
  }

  /** Those that have rows of institutions and that the server may read. */
  private static Set<String> tables(Connection own) {
    try {
      return new TreeSet<>(
          ask(
              own,
              """
              select c.relname
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'institution_code'
               where c.relkind in ('r', 'p') and not c.relispartition
                 and c.relnamespace = 'public'::regnamespace
                 and has_table_privilege(c.oid, 'select')
              """));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> ask(Connection own, String question) throws SQLException {
    try (Statement asked = own.createStatement();
        ResultSet answer = asked.executeQuery(question)) {
      List<String> first = new ArrayList<>();
      while (answer.next()) {
        first.add(answer.getString(1));
      }
      return first;
    }
  }

  /** One statement in the open transaction of one institution. */
  private record Replay(
      Connection own, Set<String> tables, QueryInfo statement, String institution) {

    void prove(Proof proof) throws SQLException {
      boolean changes = CHANGES.matcher(alike(statement.getQuery())).find();
      Effect mine = run(institution, false);
      if (mine.fault != null) {
        proof.faults.add(mine.fault);
        return;
      }
      if (changes ? mine.count == 0 : mine.isNothing()) {
        return;
      }
      proof.worked = true;
      for (String other : List.of(STRANGER.value(), NOBODY)) {
        Effect effect = run(other, changes);
        // nor is it when this statement has changed something of its own
        for (int i = 0; i < LOOKS && !effect.changed.isEmpty(); i++) {
          effect = run(other, changes);
        }
        if (changes ? !effect.changed.isEmpty() : !effect.isNothing()) {
          proof.leaks.add("as '" + other + "' of " + institution + ": " + effect);
        }
      }
    }

    /** Runs it as this institution, and takes it back. */
    private Effect run(String as, boolean compare) throws SQLException {
      Savepoint before = own.setSavepoint();
      try {
        Map<String, String> rows = compare ? rows() : Map.of();
        enter(as);
        String touched = compare ? touched() : "";
        Effect effect = effect();
        // what others commit at the same moment is no change of this statement
        if (compare && !touched.equals(touched())) {
          enter(institution);
          Map<String, String> after = rows();
          tables.stream()
              .filter(table -> !Objects.equals(rows.get(table), after.get(table)))
              .forEach(effect.changed::add);
        }
        return effect;
      } catch (SQLException refused) {
        Effect effect = new Effect();
        effect.fault = String.valueOf(refused.getMessage());
        return effect;
      } finally {
        own.rollback(before);
      }
    }

    /** How many rows this very transaction has written so far. */
    private String touched() throws SQLException {
      return ask(
              own,
              """
              select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)
                from pg_stat_xact_user_tables
              """)
          .getFirst();
    }

    private void enter(String as) throws SQLException {
      ask(own, "select set_config('chukan.institution', '%s', true)".formatted(as));
    }

    private Effect effect() throws SQLException {
      Effect effect = new Effect();
      try (PreparedStatement again = own.prepareStatement(statement.getQuery())) {
        if (!statement.getParametersList().isEmpty()) {
          for (ParameterSetOperation parameter : statement.getParametersList().getFirst()) {
            set(again, parameter);
          }
        }
        if (again.execute()) {
          effect.read(again.getResultSet());
        } else {
          effect.count = again.getUpdateCount();
        }
      }
      return effect;
    }

    private static void set(PreparedStatement again, ParameterSetOperation parameter)
        throws SQLException {
      if (Arrays.stream(parameter.getArgs())
          .anyMatch(value -> value instanceof InputStream || value instanceof Reader)) {
        throw new SQLException("a stream cannot be read twice");
      }
      try {
        parameter.getMethod().invoke(again, parameter.getArgs());
      } catch (InvocationTargetException | IllegalAccessException e) {
        throw new SQLException(String.valueOf(e.getCause()), e);
      }
    }

    /** Number and digest of the institution's rows in every table. */
    private Map<String, String> rows() throws SQLException {
      Map<String, String> rows = new TreeMap<>();
      for (String row :
          ask(
              own,
              tables.stream()
                  .map(
                      table ->
                          "select '%1$s=' || count(*) || ' ' || sum(hashtextextended(t::text, 0)::numeric) from %1$s t"
                              .formatted(table))
                  .collect(Collectors.joining(" union all ")))) {
        if (row != null) {
          rows.put(row.replaceFirst("=.*", ""), row);
        }
      }
      return rows;
    }
  }

  /** What a statement found or did. */
  private static final class Effect {
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private long count;
    private final Set<String> changed = new TreeSet<>();
    private @Nullable String fault;

    void read(ResultSet answer) throws SQLException {
      while (answer.next()) {
        count++;
        if (rows.size() < ROWS) {
          List<@Nullable Object> row = new ArrayList<>();
          for (int i = 1; i <= answer.getMetaData().getColumnCount(); i++) {
            row.add(answer.getObject(i));
          }
          rows.add(row);
        }
      }
    }

    /** No row, or one that only says that there is none. */
    boolean isNothing() {
      return rows.stream().flatMap(List::stream).allMatch(Effect::isNone);
    }

    private static boolean isNone(@Nullable Object value) {
      return switch (value) {
        case null -> true;
        case Number number -> number.doubleValue() == 0;
        case Boolean truth -> !truth;
        case String text -> text.isEmpty();
        default -> false;
      };
    }

    @Override
    public String toString() {
      return changed.isEmpty() ? rows.toString() : "changed " + changed;
    }
  }
}
