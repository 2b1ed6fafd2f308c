package jp.chukan.gateway.console;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.gateway.job.Job;
import jp.chukan.gateway.job.JobKey;
import jp.chukan.gateway.job.JobOrder;
import jp.chukan.gateway.job.JobOverview;
import jp.chukan.gateway.job.JobRun;
import jp.chukan.gateway.job.OrderJobs;
import jp.chukan.gateway.job.ScheduledView;
import jp.chukan.gateway.kernel.ServedInstitutions;
import jp.chukan.gateway.staff.OpenTo;
import jp.chukan.gateway.staff.PageRefusal;
import jp.chukan.gateway.staff.StaffIdentity;
import jp.chukan.gateway.staff.StaffRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * 「ジョブ」: when each runs, how it stands, what came of its runs; run by hand and ended early (MS-79).
 * A 団体管理者 sees those of the own institution, who runs the platform those of all: they hold nothing
 * of anybody.
 */
@Controller
@OpenTo({StaffRole.ADMINISTRATOR, StaffRole.OPERATOR})
class JobsPage {
  static final String PATH = "/console/jobs";
  private static final Set<String> DEEDS = Set.of("run", "cancel");

  private final JobOverview jobs;
  private final OrderJobs orders;
  private final ServedInstitutions institutions;

  JobsPage(JobOverview jobs, OrderJobs orders, ServedInstitutions institutions) {
    this.jobs = jobs;
    this.orders = orders;
    this.institutions = institutions;
  }

  /**
   * A job with its schedule in words.
   *
   * @param view the job as it stands
   * @param schedule when it runs
   */
  record JobRow(ScheduledView view, ScheduleWords schedule) {

    static JobRow of(ScheduledView view) {
      return new JobRow(view, ScheduleWords.of(view.schedule()));
    }
  }

  /**
   * How the jobs of an institution stand, in numbers.
   *
   * @param name of the institution, null for the platform, which is none of those served
   * @param running how many run or wait to
   * @param failing how many failed last
   */
  record JobCounts(
      InstitutionCode institution, @Nullable String name, int jobs, long running, long failing) {}

  /**
   * Which job a page or a deed is about.
   *
   * @param job its name
   * @param institution whose; the own where there is none
   */
  record Place(@Nullable String job, @Nullable String institution) {

    JobKey key(StaffIdentity staff) {
      Job known =
          Job.of(job == null ? "" : job)
              .orElseThrow(() -> PageRefusal.notFound(ErrorCode.SYM_JOB_UNKNOWN));
      return new JobKey(known, institutionOf(institution, staff));
    }

    static InstitutionCode institutionOf(@Nullable String typed, StaffIdentity staff) {
      InstitutionCode institution = typed == null ? staff.institution() : read(typed);
      if (!OrderJobs.mayFollow(staff, institution)) {
        throw PageRefusal.notFound(ErrorCode.SYM_JOB_UNKNOWN);
      }
      return institution;
    }

    private static InstitutionCode read(String typed) {
      try {
        return new InstitutionCode(typed);
      } catch (InvalidInputException e) {
        throw PageRefusal.notFound(ErrorCode.SYM_JOB_UNKNOWN);
      }
    }
  }

  /**
   * @param institution whose; the own where there is none
   */
  @GetMapping(PATH)
  String list(
      StaffIdentity staff,
      @RequestParam(required = false) @Nullable String institution,
      Model model) {
    InstitutionCode whose = Place.institutionOf(institution, staff);
    model.addAttribute("whose", whose);
    model.addAttribute("name", name(whose));
    model.addAttribute("jobs", jobs.of(whose).stream().map(JobRow::of).toList());
    if (staff.mayActAs(StaffRole.OPERATOR)) {
      model.addAttribute("counts", jobs.institutions().stream().map(this::counts).toList());
    }
    return "console/jobs";
  }

  private JobCounts counts(InstitutionCode institution) {
    List<ScheduledView> all = jobs.of(institution);
    return new JobCounts(
        institution,
        name(institution),
        all.size(),
        all.stream().filter(view -> view.open() != null).count(),
        all.stream().filter(view -> view.state().isFailing()).count());
  }

  @GetMapping(PATH + "/runs")
  String runs(
      StaffIdentity staff,
      Place place,
      @RequestParam(required = false) @Nullable String page,
      @RequestParam(required = false) @Nullable String done,
      Model model) {
    JobKey key = place.key(staff);
    ScheduledView view =
        jobs.find(key).orElseThrow(() -> PageRefusal.notFound(ErrorCode.SYM_JOB_UNKNOWN));
    model.addAttribute("row", JobRow.of(view));
    model.addAttribute("name", name(key.institution()));
    model.addAttribute("mayRun", OrderJobs.mayRun(staff, key));
    model.addAttribute("own", staff.institution());
    model.addAttribute(
        "runs", Pages.<JobRun>of((skip, most) -> jobs.runs(key, skip, most), Pages.number(page)));
    model.addAttribute("path", address(key));
    model.addAttribute("done", done != null && DEEDS.contains(done) ? done : null);
    return "console/job";
  }

  @PostMapping(PATH + "/run")
  String run(StaffIdentity staff, Place place, Model model, HttpServletResponse response) {
    JobKey key = place.key(staff);
    return answer(staff, place, orders.run(staff, key), "run", model, response);
  }

  /**
   * @param run number of the run that the page showed, so that no later one is ended
   */
  @PostMapping(PATH + "/cancel")
  String cancel(
      StaffIdentity staff,
      Place place,
      @RequestParam(required = false) @Nullable String run,
      Model model,
      HttpServletResponse response) {
    JobKey key = place.key(staff);
    long number = run != null && run.matches("[0-9]{1,18}") ? Long.parseLong(run) : 0;
    return answer(staff, place, orders.cancel(staff, key, number), "cancel", model, response);
  }

  private String answer(
      StaffIdentity staff,
      Place place,
      JobOrder order,
      String deed,
      Model model,
      HttpServletResponse response) {
    return switch (order) {
      case JobOrder.Taken taken -> "redirect:" + address(place.key(staff)) + "&done=" + deed;
      case JobOrder.Refused(ErrorCode code) when code == ErrorCode.SYM_JOB_UNKNOWN ->
          throw PageRefusal.notFound(code);
      case JobOrder.Refused(ErrorCode code) -> {
        Deeds.refuse(code, model, response);
        yield runs(staff, place, null, null, model);
      }
    };
  }

  private @Nullable String name(InstitutionCode institution) {
    return institutions.find(institution).map(ServedInstitutions.Institution::name).orElse(null);
  }

  private static String address(JobKey key) {
    return UriComponentsBuilder.fromPath(PATH + "/runs")
        .queryParam("job", key.job().id())
        .queryParam("institution", key.institution().value())
        .toUriString();
  }
}
