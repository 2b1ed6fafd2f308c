package jp.chukan.mocknetwork.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import jp.chukan.contract.code.UserId;
import jp.chukan.mocknetwork.application.Application;
import jp.chukan.mocknetwork.application.ApplicationContent;
import jp.chukan.mocknetwork.application.ApplicationContent.ChildAllowance;
import jp.chukan.mocknetwork.application.ApplicationContent.MovingOut;
import jp.chukan.mocknetwork.application.ApplicationContent.RecordCopy;
import jp.chukan.mocknetwork.application.ApplicationState;
import jp.chukan.mocknetwork.application.ApplicationStatus;
import jp.chukan.mocknetwork.application.ApplicationVersion;
import jp.chukan.mocknetwork.application.Attachment;
import jp.chukan.mocknetwork.application.Procedure;
import jp.chukan.mocknetwork.application.ReturnReason;
import jp.chukan.mocknetwork.application.SignedApplication;
import jp.chukan.mocknetwork.applicationrelay.Kept;
import jp.chukan.mocknetwork.connection.MockNetworkSettings;
import jp.chukan.mocknetwork.electronicapplication.ApplicantCards;
import jp.chukan.mocknetwork.electronicapplication.CitizenCard;
import jp.chukan.mocknetwork.electronicapplication.HandOverApplications;
import jp.chukan.mocknetwork.electronicapplication.ShowStatus;
import jp.chukan.mocknetwork.electronicapplication.SubmitApplication;
import jp.chukan.mocknetwork.link.CountrySystem;
import jp.chukan.mocknetwork.link.Door;
import jp.chukan.mocknetwork.link.Fault;
import jp.chukan.mocknetwork.link.ForbiddenLinkException;
import jp.chukan.mocknetwork.link.KeptMessages;
import jp.chukan.mocknetwork.link.RefusedCallException;
import jp.chukan.mocknetwork.link.SystemKind;
import jp.chukan.mocknetwork.link.Systems;
import jp.chukan.mocknetwork.link.UnreachableSystemException;
import jp.chukan.mocknetwork.residentnotice.RemovalReason;
import jp.chukan.mocknetwork.residentrecords.ApplicantQuery;
import jp.chukan.mocknetwork.residentrecords.MatchedApplication;
import jp.chukan.mocknetwork.residentrecords.MatchedApplications;
import jp.chukan.mocknetwork.residentrecords.Residence;
import jp.chukan.mocknetwork.residentrecords.Resident;
import jp.chukan.mocknetwork.residentrecords.ResidentEvent;
import jp.chukan.mocknetwork.residentrecords.ResidentRegisters;
import jp.chukan.mocknetwork.residentrecords.TakeEvent;
import jp.chukan.mocknetwork.testing.RunningCountry;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("電子申請機能・連携サーバ・申請管理システム")
@ExtendWith(OutputCaptureExtension.class)
class ApplicationsIT {
  private static final String PLACE = Citizens.PLACE;
  private static final UserId CLERK = new UserId("kakuu-ichiro");
  private static final UserId OTHER_CLERK = new UserId("mihon-hanako");
  private static final CountrySystem OUTSIDE =
      CountrySystem.only(SystemKind.ELECTRONIC_APPLICATION);
  private static final CountrySystem RELAY = new CountrySystem(SystemKind.APPLICATION_RELAY, PLACE);
  private static final CountrySystem INSIDE = new CountrySystem(SystemKind.APPLICATIONS, PLACE);
  private static final CountrySystem RECORDS =
      new CountrySystem(SystemKind.RESIDENT_RECORDS, PLACE);

  private static final RunningCountry COUNTRY = RunningCountry.get();

  private final Systems systems = COUNTRY.bean(Systems.class);
  private final Citizens citizens = new Citizens(COUNTRY);
  private final SubmitApplication submit = COUNTRY.bean(SubmitApplication.class);
  private final HandOverApplications handOver = COUNTRY.bean(HandOverApplications.class);
  private final TakeApplications take = COUNTRY.bean(TakeApplications.class);
  private final DecideApplications decide = COUNTRY.bean(DecideApplications.class);
  private final JdbcClient jdbc = COUNTRY.bean(JdbcClient.class);
  private final Instant now = COUNTRY.bean(InstantSource.class).instant();

  @AfterEach
  void everythingRuns() {
    relay().setRunning(true);
    records().setRunning(true);
  }

  private Door relay() {
    return systems.doorOf(RELAY);
  }

  private Door records() {
    return systems.doorOf(RECORDS);
  }

  private MovingOut movingOut(boolean wholeHousehold) {
    return new MovingOut(
        "13121", LocalDate.ofInstant(now, ZoneId.of("Asia/Tokyo")), wholeHousehold);
  }

  /** A submission of somebody, and what belongs to it. */
  private record Submitted(CitizenCard card, Resident resident, SignedApplication signed) {
    ApplicationVersion id() {
      return signed.application().id();
    }
  }

  private Submitted apply(ApplicationContent content) {
    Resident resident = citizens.somebody(false);
    CitizenCard card = citizens.cardOf(resident);
    return submit(card, resident, citizens.begin(card), content);
  }

  private Submitted submit(
      CitizenCard card, Resident named, ApplicationVersion id, ApplicationContent content) {
    SignedApplication signed = Citizens.signed(card, id, named, content);
    submit.submit(signed);
    return new Submitted(card, named, signed);
  }

  private ApplicationStatus shown(Submitted submitted) {
    COUNTRY.bean(KeptMessages.class).awaitEmpty(INSIDE, RELAY);
    return COUNTRY
        .bean(ShowStatus.class)
        .show(submitted.card().serialNumber(), submitted.id().number());
  }

  private ApplicationStatus lookAndProcess(ApplicationVersion id) {
    decide.look(PLACE, id, CLERK);
    return decide.process(PLACE, id, CLERK, now);
  }

  private static void assertRefused(ThrowingCallable call, Fault fault, String place) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedCallException.class,
            refused -> {
              assertThat(refused.fault()).isEqualTo(fault);
              assertThat(refused.place()).isEqualTo(place);
            });
  }

  @Test // I:38
  @DisplayName("サービス検索は、手続の名前と根拠の法律で見つける")
  void aProcedureIsFoundByItsNameAndByItsLaw() {
    assertThat(Procedure.search("転出")).containsExactly(Procedure.MOVING_OUT);
    assertThat(Procedure.search("児童手当法"))
        .containsExactly(Procedure.CHILD_ALLOWANCE, Procedure.CHILD_ALLOWANCE_REVISION);
    assertThat(Procedure.search("火星")).isEmpty();
  }

  @Test // I:38
  @DisplayName("電子申請の転出届は、受付・照合済・処理済と進み、世帯全員の住民票が消除される")
  void aMovingOutThatWasAppliedForRemovesTheHousehold() {
    Submitted submitted = apply(movingOut(true));
    List<Resident> household =
        COUNTRY
            .bean(ResidentRegisters.class)
            .of(citizens.municipality())
            .household(submitted.resident().household());
    assertThat(household).hasSizeGreaterThan(1);
    assertThat(shown(submitted).state()).isEqualTo(ApplicationState.RECEIVED);

    take.take(PLACE);
    assertThat(shown(submitted).state()).isEqualTo(ApplicationState.MATCHED);

    lookAndProcess(submitted.id());
    assertThat(shown(submitted).state()).isEqualTo(ApplicationState.PROCESSED);
    assertThat(household)
        .allSatisfy(
            one ->
                assertThat(citizens.now(one).residence())
                    .isInstanceOfSatisfying(
                        Residence.Removed.class,
                        removed ->
                            assertThat(removed.reason()).isEqualTo(RemovalReason.MOVED_OUT)));
  }

  @Test // I:38
  @DisplayName("本人だけの転出届では、ほかの世帯員は残る")
  void whoMovesOutAloneLeavesTheOthers() {
    Submitted submitted = apply(movingOut(false));
    take.take(PLACE);
    lookAndProcess(submitted.id());

    assertThat(citizens.now(submitted.resident()).residence().isPresent()).isFalse();
    assertThat(
            COUNTRY
                .bean(ResidentRegisters.class)
                .of(citizens.municipality())
                .household(submitted.resident().household()))
        .isNotEmpty();
  }

  @ParameterizedTest // I:38
  @EnumSource(value = Procedure.class, mode = EnumSource.Mode.EXCLUDE, names = "MOVING_OUT")
  @DisplayName("そのほかの申請も、照合済の申請として既存住基システムに渡る")
  void everyOtherProcedureReachesTheResidentRecords(Procedure procedure) {
    ApplicationContent content =
        switch (procedure) {
          case MOVING_OUT -> throw new AssertionError();
          case CHILD_ALLOWANCE -> new ChildAllowance(2);
          case CHILD_ALLOWANCE_REVISION -> new ApplicationContent.ChildAllowanceRevision(3);
          case RECORD_COPY -> new RecordCopy(1);
        };
    Submitted submitted = apply(content);
    take.take(PLACE);
    lookAndProcess(submitted.id());

    assertThat(COUNTRY.bean(MatchedApplications.class).of(citizens.municipality()))
        .containsEntry(submitted.id(), procedure);
    assertThat(citizens.now(submitted.resident()).residence().isPresent()).isTrue();
  }

  private int copies(String owner) {
    return jdbc.sql("select count(*) from application_copy where owner = ?")
        .param(owner)
        .query(Integer.class)
        .single();
  }

  private List<Path> documents(String owner) throws IOException {
    Path folder = COUNTRY.bean(MockNetworkSettings.class).secretFile(owner + "-documents");
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test // MU-17 JN-40
  @DisplayName("引き渡した写しは、電子申請機能にも連携サーバにも、添付書類のフォルダにも残らない")
  void copiesAndDocumentsAreErasedAtOnceAfterHandOver() throws IOException {
    take.take(PLACE);
    relay().setRunning(false);
    Submitted submitted = apply(new RecordCopy(1));
    assertThat(copies(OUTSIDE.label())).isEqualTo(1);
    assertThat(documents(OUTSIDE.label())).hasSize(1);

    relay().setRunning(true);
    assertThat(handOver.handOver()).isZero();
    assertThat(copies(OUTSIDE.label())).isZero();
    assertThat(documents(OUTSIDE.label())).isEmpty();
    assertThat(copies(RELAY.label())).isEqualTo(1);
    assertThat(documents(RELAY.label())).hasSize(1);

    take.take(PLACE);
    assertThat(copies(RELAY.label())).isZero();
    assertThat(documents(RELAY.label())).isEmpty();
    assertThat(decide.look(PLACE, submitted.id(), CLERK).documents()).isEqualTo(1);
  }

  @Test // MU-17 JN-40
  @DisplayName("取りに来られた申請状況も連携サーバに残らない")
  void statusesAreErasedOnceTheyWereFetched() {
    Submitted submitted = apply(new RecordCopy(1));
    take.take(PLACE);
    shown(submitted);

    assertThat(
            jdbc.sql("select count(*) from relay_status where place = ?")
                .param(PLACE)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test // JN-02
  @DisplayName("待っている写しは暗号化されている")
  void whatWaitsRestsEncrypted() throws IOException {
    take.take(PLACE);
    apply(new RecordCopy(1));
    relay().setRunning(false);
    Submitted submitted = apply(new RecordCopy(1));
    List<byte[]> kept =
        Stream.concat(
                jdbc.sql("select body from application_copy").query(byte[].class).list().stream(),
                Stream.concat(
                        documents(OUTSIDE.label()).stream(), documents(RELAY.label()).stream())
                    .map(ApplicationsIT::read))
            .toList();

    assertThat(kept).hasSize(4);
    assertThat(kept)
        .allSatisfy(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .doesNotContain(
                        submitted.resident().basicInformation().name(),
                        Citizens.DOCUMENT,
                        submitted.card().serialNumber().value()));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test // MU-17
  @DisplayName("途中で止まって残った添付書類は、次の引渡しのときに消える")
  void aDocumentThatACrashLeftIsErased() throws IOException {
    Path folder =
        COUNTRY.bean(MockNetworkSettings.class).secretFile(OUTSIDE.label() + "-documents");
    Path left = Files.write(folder.resolve("0000000000000000-1-0"), new byte[] {1});

    handOver.handOver();

    assertThat(left).doesNotExist();
  }

  @Test // MU-17
  @DisplayName("連携サーバが止まっていても申請はなくならない")
  void aRelayOutOfOrderLosesNothing() {
    relay().setRunning(false);
    Submitted submitted = apply(new RecordCopy(1));
    assertThatThrownBy(() -> take.take(PLACE)).isInstanceOf(UnreachableSystemException.class);
    relay().setRunning(true);
    handOver.handOver();
    take.take(PLACE);

    relay().setRunning(false);
    lookAndProcess(submitted.id());
    relay().setRunning(true);

    assertThat(shown(submitted).state()).isEqualTo(ApplicationState.PROCESSED);
  }

  @Test
  @DisplayName("既存住基システムが止まっているあいだ、申請は照合も処理もされずに待つ")
  void applicationsWaitForTheResidentRecords() {
    Submitted submitted = apply(new RecordCopy(1));
    records().setRunning(false);
    take.take(PLACE);
    assertThat(shown(submitted).state()).isEqualTo(ApplicationState.RECEIVED);
    records().setRunning(true);
    take.take(PLACE);
    assertThat(shown(submitted).state()).isEqualTo(ApplicationState.MATCHED);

    decide.look(PLACE, submitted.id(), CLERK);
    records().setRunning(false);
    assertThatThrownBy(() -> decide.process(PLACE, submitted.id(), CLERK, now))
        .isInstanceOf(UnreachableSystemException.class);
    assertThat(shown(submitted).state()).isEqualTo(ApplicationState.MATCHED);
    records().setRunning(true);

    assertThat(decide.process(PLACE, submitted.id(), CLERK, now).state())
        .isEqualTo(ApplicationState.PROCESSED);
  }

  @Test
  @DisplayName("同じ申請がもう一度届いても、何も変わらない")
  void theSameApplicationAgainChangesNothingAnywhere() {
    Submitted submitted = apply(movingOut(false));
    take.take(PLACE);
    lookAndProcess(submitted.id());
    Resident gone = citizens.now(submitted.resident());

    submit.submit(submitted.signed());
    systems.send(OUTSIDE, RELAY, SignedApplication.MESSAGE, submitted.signed(), Kept.class);
    systems.send(OUTSIDE, RELAY, SignedApplication.MESSAGE, submitted.signed(), Kept.class);
    take.take(PLACE);
    decide.process(PLACE, submitted.id(), OTHER_CLERK, now.plusSeconds(60));

    assertThat(citizens.now(submitted.resident())).isEqualTo(gone);
    assertThat(shown(submitted))
        .isEqualTo(ApplicationStatus.of(submitted.id(), ApplicationState.PROCESSED));
    assertThat(copies(RELAY.label())).isZero();
  }

  @Test // MU-16
  @DisplayName("差し替えられた申請は処理できず、処理済の申請は差し替えられない")
  void aSupersededOneCannotBeProcessedNorAProcessedOneSuperseded() {
    Submitted first = apply(new ChildAllowance(1));
    take.take(PLACE);
    decide.look(PLACE, first.id(), CLERK);
    Submitted second =
        submit(first.card(), first.resident(), first.id().next(), new ChildAllowance(2));
    take.take(PLACE);

    assertRefused(() -> decide.process(PLACE, first.id(), CLERK, now), Fault.SUPERSEDED, "version");
    assertRefused(() -> decide.look(PLACE, first.id(), CLERK), Fault.SUPERSEDED, "version");
    assertRefused(() -> decide.giveBack(PLACE, first.id(), CLERK), Fault.SUPERSEDED, "version");
    assertThat(lookAndProcess(second.id()).state()).isEqualTo(ApplicationState.PROCESSED);

    // the applicant's side does not know yet that it was processed
    Submitted third =
        submit(first.card(), first.resident(), second.id().next(), new ChildAllowance(3));
    take.take(PLACE);
    assertThat(shown(third))
        .isEqualTo(ApplicationStatus.returned(third.id(), ReturnReason.ALREADY_PROCESSED));
    assertThat(decide.process(PLACE, second.id(), CLERK, now).state())
        .isEqualTo(ApplicationState.PROCESSED);
  }

  @Test // MU-16
  @DisplayName("処理済と知っている申請の差替えは、電子申請機能で断る")
  void aResubmissionOfWhatIsKnownToBeProcessedIsRefusedOutside() {
    Submitted first = apply(new RecordCopy(1));
    take.take(PLACE);
    lookAndProcess(first.id());
    shown(first);

    assertRefused(
        () -> submit(first.card(), first.resident(), first.id().next(), new RecordCopy(2)),
        Fault.SUPERSEDED,
        "state");
  }

  @Test // MU-16
  @DisplayName("連携サーバで待つ申請は差し替えられ、古い版はもう受け付けない")
  void whatWaitsAtTheRelayIsReplaced() {
    take.take(PLACE);
    Submitted first = apply(new RecordCopy(1));
    Submitted second = submit(first.card(), first.resident(), first.id().next(), new RecordCopy(2));

    assertThat(copies(RELAY.label())).isEqualTo(1);
    assertRefused(
        () -> systems.send(OUTSIDE, RELAY, SignedApplication.MESSAGE, first.signed(), Kept.class),
        Fault.SUPERSEDED,
        "version");
    take.take(PLACE);
    systems.send(OUTSIDE, RELAY, SignedApplication.MESSAGE, first.signed(), Kept.class);
    take.take(PLACE);
    assertRefused(() -> decide.look(PLACE, first.id(), CLERK), Fault.SUPERSEDED, "version");
    assertThat(lookAndProcess(second.id()).state()).isEqualTo(ApplicationState.PROCESSED);
  }

  @Test // MU-16
  @DisplayName("差戻しの申請は、次の版で出し直せる")
  void whatWasGivenBackIsSubmittedAgain() {
    Submitted first = apply(new RecordCopy(1));
    take.take(PLACE);
    decide.giveBack(PLACE, first.id(), CLERK);
    assertThat(shown(first))
        .isEqualTo(ApplicationStatus.returned(first.id(), ReturnReason.INCOMPLETE));
    assertRefused(() -> decide.process(PLACE, first.id(), CLERK, now), Fault.NOT_READY, "state");

    Submitted second = submit(first.card(), first.resident(), first.id().next(), new RecordCopy(1));
    take.take(PLACE);
    assertThat(lookAndProcess(second.id()).state()).isEqualTo(ApplicationState.PROCESSED);
    assertRefused(
        () ->
            systems.send(
                INSIDE,
                RECORDS,
                MatchedApplication.MESSAGE,
                new MatchedApplication(
                    first.id(), first.resident().addresseeNumber(), new RecordCopy(1)),
                MatchedApplication.Taken.class),
        Fault.SUPERSEDED,
        "version");
    assertRefused(
        () ->
            systems.send(
                INSIDE,
                RECORDS,
                MatchedApplication.MESSAGE,
                new MatchedApplication(
                    second.id().next(), first.resident().addresseeNumber(), new RecordCopy(1)),
                MatchedApplication.Taken.class),
        Fault.ALREADY_PRESENT,
        "version");
  }

  private ReturnReason returned(Submitted submitted) {
    take.take(PLACE);
    ApplicationStatus status = shown(submitted);
    assertThat(status.state()).isEqualTo(ApplicationState.RETURNED);
    assertRefused(
        () -> decide.process(PLACE, submitted.id(), CLERK, now), Fault.NOT_READY, "state");
    return status.reason().orElseThrow();
  }

  @Test // JN-39
  @DisplayName("カードの持ち主と違う氏名の申請は、理由を示して差し戻す")
  void anApplicationInTheNameOfAnotherIsGivenBack() {
    Resident holder = citizens.somebody(false);
    CitizenCard card = citizens.cardOf(holder);
    Resident another = citizens.somebody(false);

    assertThat(returned(submit(card, another, citizens.begin(card), new RecordCopy(1))))
        .isEqualTo(ReturnReason.DIFFERENT_PERSON);
  }

  @Test // JN-39
  @DisplayName("氏名の空白と全角・半角の違いは、別人とはしない")
  void widthAndSpacesAreNotThePersonsName() {
    Resident holder = citizens.somebody(false);
    CitizenCard card = citizens.cardOf(holder);
    var application =
        new Application(
            citizens.begin(card),
            PLACE,
            card.serialNumber(),
            holder.basicInformation().name().replace(' ', '\u3000'),
            holder.basicInformation().birthDate(),
            new RecordCopy(1),
            List.of());
    submit.submit(card.sign(application, List.of()));
    take.take(PLACE);

    assertThat(decide.look(PLACE, application.id(), CLERK).name())
        .isEqualTo(holder.basicInformation().name());
  }

  @Test // JN-39
  @DisplayName("知られていないシリアル番号、使えないカードは、理由を示して差し戻す")
  void aCardThatIsUnknownOrCannotBeUsedIsGivenBack() {
    Resident somebody = citizens.somebody(false);
    CitizenCard unknown = citizens.cardOfNobody();
    CitizenCard suspended = citizens.suspendedCardOf(somebody);

    assertThat(returned(submit(unknown, somebody, citizens.begin(unknown), new RecordCopy(1))))
        .isEqualTo(ReturnReason.CARD_UNKNOWN);
    assertThat(returned(submit(suspended, somebody, citizens.begin(suspended), new RecordCopy(1))))
        .isEqualTo(ReturnReason.CARD_UNUSABLE);
  }

  @Test // MU-05
  @DisplayName("支援措置の対象者の申請は、窓口に回す")
  void somebodyUnderSupportIsSentToTheCounter() {
    Resident somebody = citizens.somebody(true);
    CitizenCard card = citizens.cardOf(somebody);

    assertThat(returned(submit(card, somebody, citizens.begin(card), new RecordCopy(1))))
        .isEqualTo(ReturnReason.AT_THE_COUNTER);
  }

  @Test
  @DisplayName("転出した人の申請は、住民票がないとして差し戻す")
  void somebodyWhoIsGoneIsGivenBack() {
    Submitted movedOut = apply(movingOut(false));
    take.take(PLACE);
    lookAndProcess(movedOut.id());

    assertThat(
            returned(
                submit(
                    movedOut.card(),
                    movedOut.resident(),
                    citizens.begin(movedOut.card()),
                    new RecordCopy(1))))
        // the 市町村CS says so too, as soon as the 消除 has arrived there
        .isIn(ReturnReason.NOT_A_RESIDENT, ReturnReason.CARD_UNUSABLE);
  }

  @Test
  @DisplayName("照合のあとに転出した人の申請は、処理のときに差し戻す")
  void whoLeavesAfterTheMatchIsGivenBackWhenItIsProcessed() {
    Submitted submitted = apply(new RecordCopy(1));
    take.take(PLACE);
    COUNTRY
        .bean(TakeEvent.class)
        .take(
            citizens.municipality(),
            new ResidentEvent.MoveOut(List.of(submitted.resident().index()), "13121", now));

    assertThat(lookAndProcess(submitted.id()))
        .isEqualTo(ApplicationStatus.returned(submitted.id(), ReturnReason.NOT_A_RESIDENT));
  }

  @Test // MU-26
  @DisplayName("だれの申請かを二つ以上の項目で見た職員だけが処理できる")
  void onlyWhoHasSeenWhoseItIsCanProcessIt() {
    Submitted submitted = apply(new RecordCopy(1));
    take.take(PLACE);
    assertRefused(
        () -> decide.process(PLACE, submitted.id(), CLERK, now),
        Fault.TOO_FEW_CONDITIONS,
        "identifiers");

    ApplicationOnScreen screen = decide.look(PLACE, submitted.id(), OTHER_CLERK);
    assertThat(screen.name()).isEqualTo(submitted.resident().basicInformation().name());
    assertThat(screen.birthDate()).isEqualTo(submitted.resident().basicInformation().birthDate());
    assertThat(screen.addresseeNumber()).isEqualTo(submitted.resident().addresseeNumber());
    assertRefused(
        () -> decide.process(PLACE, submitted.id(), CLERK, now),
        Fault.TOO_FEW_CONDITIONS,
        "identifiers");
    assertThat(decide.process(PLACE, submitted.id(), OTHER_CLERK, now).state())
        .isEqualTo(ApplicationState.PROCESSED);
  }

  @Test
  @DisplayName("転出予定日の前には処理しない")
  void aMovingOutIsNotProcessedBeforeItsDay() {
    Submitted submitted =
        apply(
            new MovingOut(
                "13121", LocalDate.ofInstant(now, ZoneId.of("Asia/Tokyo")).plusDays(3), false));
    take.take(PLACE);

    assertRefused(() -> lookAndProcess(submitted.id()), Fault.NOT_READY, "on");
    assertThat(citizens.now(submitted.resident()).residence().isPresent()).isTrue();
  }

  @Test // JN-27
  @DisplayName("途中で書き換えられた申請は差し戻し、元の申請はそのまま処理できる")
  void whatWasChangedOnItsWayIsGivenBackAndSupersedesNothing() {
    Submitted submitted = apply(new ChildAllowance(1));
    take.take(PLACE);
    SignedApplication other =
        Citizens.signed(
            submitted.card(), submitted.id().next(), submitted.resident(), new ChildAllowance(2));
    Application changed =
        new Application(
            other.application().id(),
            PLACE,
            other.application().serialNumber(),
            other.application().name(),
            other.application().birthDate(),
            new ChildAllowance(20),
            other.application().attachments());
    systems.send(
        OUTSIDE,
        RELAY,
        SignedApplication.MESSAGE,
        new SignedApplication(changed, other.attachments(), other.publicKey(), other.signature()),
        Kept.class);
    take.take(PLACE);

    assertThat(COUNTRY.bean(ApplicationRecords.class).require(PLACE, changed.id()).reason())
        .contains(ReturnReason.NOT_AUTHENTIC);
    assertThat(lookAndProcess(submitted.id()).state()).isEqualTo(ApplicationState.PROCESSED);
  }

  @Test // JN-27
  @DisplayName("ほかの人のカードで署名した版は、申請を差し替えない")
  void nobodyReplacesTheApplicationOfAnother() {
    Submitted submitted = apply(new ChildAllowance(1));
    take.take(PLACE);
    CitizenCard stranger = citizens.cardOf(citizens.somebody(false));
    SignedApplication strange =
        Citizens.signed(
            stranger, submitted.id().next(), submitted.resident(), new ChildAllowance(9));

    assertRefused(() -> submit.submit(strange), Fault.UNKNOWN, "number");
    systems.send(OUTSIDE, RELAY, SignedApplication.MESSAGE, strange, Kept.class);
    take.take(PLACE);
    assertThat(
            COUNTRY
                .bean(ApplicationRecords.class)
                .require(PLACE, strange.application().id())
                .reason())
        .contains(ReturnReason.NOT_AUTHENTIC);
    assertThat(lookAndProcess(submitted.id()).state()).isEqualTo(ApplicationState.PROCESSED);
  }

  @Test // JN-27
  @DisplayName("署名が違う申請、署名のない添付書類は、電子申請機能で断る")
  void aWrongSignatureIsRefusedOutside() {
    Resident somebody = citizens.somebody(false);
    CitizenCard card = citizens.cardOf(somebody);
    ApplicationVersion id = citizens.begin(card);
    SignedApplication right = Citizens.signed(card, id, somebody, new RecordCopy(1));
    CitizenCard copy = CitizenCard.issue(card.serialNumber(), new SecureRandom());

    assertRefused(
        () -> submit.submit(Citizens.signed(copy, id, somebody, new RecordCopy(1))),
        Fault.MALFORMED,
        "signature");
    assertRefused(
        () -> submit.submit(right.withAttachments(List.of(Attachment.of(new byte[] {7})))),
        Fault.MALFORMED,
        "attachments");
    assertRefused(
        () -> COUNTRY.bean(ApplicantCards.class).register(card.serialNumber(), copy.publicKey()),
        Fault.ALREADY_PRESENT,
        "serialNumber");
  }

  @Test
  @DisplayName("ほかの人の申請の状況は見られない")
  void nobodySeesTheStatusOfAnother() {
    Submitted submitted = apply(new RecordCopy(1));
    CitizenCard stranger = citizens.cardOf(citizens.somebody(false));

    assertRefused(
        () -> COUNTRY.bean(ShowStatus.class).show(stranger.serialNumber(), submitted.id().number()),
        Fault.UNKNOWN,
        "number");
  }

  @Test // MU-15 MU-19
  @DisplayName("連携サーバからは、どこにも接続できない")
  void theRelayConnectsToNobody() {
    for (CountrySystem other : List.of(INSIDE, OUTSIDE, RECORDS)) {
      assertThatThrownBy(
              () ->
                  systems.send(RELAY, other, SignedApplication.MESSAGE, new Kept(true), Kept.class))
          .isInstanceOf(ForbiddenLinkException.class);
    }
  }

  @Test // JN-09
  @DisplayName("既存住基システムは、申請者の照合を申請管理システムだけから受ける")
  void theResidentRecordsTakeThisFromApplicationsOnly() {
    Resident somebody = citizens.somebody(false);
    assertRefused(
        () ->
            systems.send(
                new CountrySystem(SystemKind.CERTIFICATE_SERVER, PLACE),
                RECORDS,
                ApplicantQuery.MESSAGE,
                new ApplicantQuery(somebody.recordCode()),
                ApplicantQuery.Reply.class),
        Fault.FORBIDDEN_SENDER,
        ApplicantQuery.MESSAGE);
  }

  @Test
  @DisplayName("差戻しの記録にも、氏名やシリアル番号は出ない")
  void nothingAboutPersonsIsLogged(CapturedOutput output) {
    Resident holder = citizens.somebody(false);
    CitizenCard card = citizens.cardOf(holder);
    Resident another = citizens.somebody(false);
    relay().setRunning(false);
    Submitted submitted = submit(card, another, citizens.begin(card), new RecordCopy(1));
    relay().setRunning(true);
    handOver.handOver();
    returned(submitted);

    assertThat(output.getAll())
        .contains(submitted.id().label())
        .doesNotContain(
            holder.basicInformation().name(),
            another.basicInformation().name(),
            holder.recordCode().value(),
            card.serialNumber().value());
  }

  @Test
  @DisplayName("電子申請機能の申請状況と、処理済の申請は、申請管理システムと一致する")
  void copiesFollowTheirOriginals() {
    Submitted submitted = apply(new RecordCopy(1));
    take.take(PLACE);
    lookAndProcess(submitted.id());
    shown(submitted);

    assertThat(COUNTRY.bean(ApplicationsAndTheirCopies.class).compare())
        .hasSize(6)
        .allSatisfy(comparison -> assertThat(comparison.isEqual()).as(comparison.file()).isTrue())
        .anySatisfy(comparison -> assertThat(comparison.same()).isPositive());
  }
}
