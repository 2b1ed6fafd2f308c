package jp.chukan.peer;

import com.helger.collection.commons.CommonsArrayList;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.incoming.AS4RequestHandler;
import com.helger.phase4.incoming.AS4ServerInitializer;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.mgr.MetaAS4Manager;
import com.helger.phase4.model.pmode.IPModeIDProvider;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.resolve.AS4DefaultPModeResolver;
import com.helger.phase4.profile.AS4Profile;
import com.helger.phase4.servlet.AS4UnifiedResponse;
import com.helger.phase4.servlet.AS4XServletHandler;
import com.helger.phase4.servlet.IAS4ServletRequestHandlerCustomizer;
import com.helger.phase4.wss.WSSConfigManager;
import com.helger.web.scope.IRequestWebScopeWithoutResponse;
import com.helger.web.scope.mgr.WebScopeManager;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLSupport;
import org.jspecify.annotations.Nullable;

/**
 * phase4's servlet in a Tomcat of its own, over TLS 1.3 with client certificates.
 *
 * <p>What it keeps: numbers of messages for ten minutes, in memory, to refuse what comes twice; a
 * decrypted payload in a temporary file until the request is over. Nothing is forced to disk, and
 * nothing is left after a crash. phase4's documentation recommends managers in memory for
 * production.
 */
final class Receiver implements AutoCloseable {
  private static final String PATH = "/as4";
  private static final String ADDRESS = "127.0.0.1";
  private static final String CIPHER_SUITE = "jakarta.servlet.request.cipher_suite";

  private final Parties parties;
  private final Deliveries deliveries;
  private final Tomcat tomcat = new Tomcat();
  private final Path folder;
  private final AtomicReference<@Nullable String> tls = new AtomicReference<>();
  private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
  private final IAS4CryptoFactory signing;
  private final IAS4CryptoFactory decryption;

  private Receiver(Parties parties, Deliveries deliveries, Path folder)
      throws IOException, GeneralSecurityException {
    this.parties = parties;
    this.deliveries = deliveries;
    this.folder = folder;
    this.signing = parties.receiverSigningCrypto();
    this.decryption = parties.receiverDecryptionCrypto();
  }

  /** Starts on a free port of this machine. */
  static Receiver start(Parties parties, Deliveries deliveries)
      throws IOException, GeneralSecurityException, LifecycleException {
    Receiver receiver = new Receiver(parties, deliveries, Files.createTempDirectory("peer"));
    receiver.start();
    return receiver;
  }

  private void start() throws LifecycleException {
    tomcat.setBaseDir(folder.toString());
    tomcat.setConnector(connector());
    Context context = tomcat.addContext("", null);
    // not the system's, which sees no libraries while the application is one jar
    context.setParentClassLoader(Receiver.class.getClassLoader());
    context.addServletContainerInitializer((none, servlets) -> begin(servlets), Set.of());
    tomcat.start();
  }

  private Connector connector() {
    Http11NioProtocol protocol = new Http11NioProtocol();
    protocol.setSSLEnabled(true);
    // as long as the sender likes: connections are there to be used again
    protocol.setMaxKeepAliveRequests(-1);
    Connector connector = new Connector(protocol);
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setPort(0);
    connector.setProperty("address", ADDRESS);
    connector.addSslHostConfig(sslHost());
    return connector;
  }

  private SSLHostConfig sslHost() {
    String password = String.valueOf(parties.keys().password());
    SSLHostConfig host = new SSLHostConfig();
    host.setProtocols("TLSv1.3");
    host.setCertificateVerification("required");
    host.setTruststoreFile(parties.keys().trustFile().toAbsolutePath().toString());
    host.setTruststoreType("PKCS12");
    host.setTruststorePassword(password);
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
    certificate.setCertificateKeystoreFile(
        parties.keys().file(Parties.TLS_SERVER).toAbsolutePath().toString());
    certificate.setCertificateKeystoreType("PKCS12");
    certificate.setCertificateKeystorePassword(password);
    host.addCertificate(certificate);
    return host;
  }

  /** phase4's managers live as long as the servlet context. */
  private void begin(ServletContext servlets) {
    servlets.addListener(new End());
    WebScopeManager.onGlobalBegin(servlets);
    WSSConfigManager.getInstance();
    AS4ServerInitializer.initAS4Server();
    PMode mode = Protection.processingMode(Parties.SENDER, Parties.RECEIVER);
    MetaAS4Manager.getProfileMgr()
        .registerProfile(
            new AS4Profile(
                Protection.PROFILE,
                "Benchmark of provisions",
                () -> new SenderIdentity(parties),
                (initiator, responder, address) -> mode,
                IPModeIDProvider.DEFAULT_DYNAMIC,
                false,
                false));
    MetaAS4Manager.getPModeMgr().createOrUpdatePMode(mode);
    AS4XServletHandler handler = new AS4XServletHandler();
    handler.setRequestHandlerCustomizer(new Customizer());
    servlets.addServlet("as4", new ReceiverServlet(handler)).addMapping(PATH);
  }

  /** Stops phase4 before Tomcat looks for what still runs. */
  private static final class End implements ServletContextListener {
    @Override
    public void contextDestroyed(ServletContextEvent event) {
      AS4ServerInitializer.shutdownAS4Server();
      WebScopeManager.onGlobalEnd();
    }
  }

  /** Tells each request who receives. */
  private final class Customizer implements IAS4ServletRequestHandlerCustomizer {
    private final AS4DefaultPModeResolver modes = new AS4DefaultPModeResolver(Protection.PROFILE);
    private final AS4IncomingProfileSelectorConstant profile =
        new AS4IncomingProfileSelectorConstant(Protection.PROFILE, true);
    private final CommonsArrayList<IAS4IncomingMessageProcessorSPI> handlers =
        new CommonsArrayList<>(new PayloadHandler(deliveries));

    @Override
    public void customizeBeforeHandling(
        IRequestWebScopeWithoutResponse scope,
        AS4UnifiedResponse response,
        AS4RequestHandler handler) {
      if (tls.get() == null) {
        tls.set(
            scope.getRequest().getAttribute(SSLSupport.PROTOCOL_VERSION_KEY)
                + ", "
                + scope.getRequest().getAttribute(CIPHER_SUITE));
      }
      connections.add(scope.getRequest().getRemotePort());
      handler.setCryptoFactorySign(signing);
      handler.setCryptoFactoryCrypt(decryption);
      handler.setPModeResolver(modes);
      handler.setIncomingProfileSelector(profile);
      handler.setProcessorSupplier(() -> handlers);
    }

    @Override
    public void customizeAfterHandling(
        IRequestWebScopeWithoutResponse scope,
        AS4UnifiedResponse response,
        AS4RequestHandler handler) {
      // nothing is left to do
    }
  }

  URI address() {
    return URI.create("https://" + ADDRESS + ":" + tomcat.getConnector().getLocalPort() + PATH);
  }

  /** Version and cipher suite that the first request came with. */
  String tls() {
    return String.valueOf(tls.get());
  }

  /** How many connections all requests came over. */
  int connections() {
    return connections.size();
  }

  @Override
  public void close() throws LifecycleException, IOException {
    tomcat.stop();
    tomcat.destroy();
    List<Path> folders;
    try (Stream<Path> all = Files.walk(folder)) {
      folders = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path empty : folders) {
      Files.delete(empty);
    }
  }
}
