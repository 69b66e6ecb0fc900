package org.vizgate.client;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.json.Json;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LoopbackServer;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.LoopbackServer.Received;
import org.vizgate.outbound.TestCertificate;
import org.vizgate.outbound.TestSenders;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Documents on https servers of this computer, under names that lead there. */
@Timeout(60)
class ClientMetadataDocumentsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final String REDIRECTS = "\"redirect_uris\":[\"https://client.example/back\"]";
    private static @Nullable TestCertificate certificate;

    private final SetClock clock = new SetClock(Instant.parse("2026-01-02T03:04:05Z"));
    private final Json json = new Json();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(json));
    private volatile Answer answer = Answer.json(200, "{}");
    private volatile boolean isHeld;
    private final CountDownLatch release = new CountDownLatch(1);
    private LoopbackServer server = LoopbackServer.answering(answer);
    private ClientMetadataDocuments documents = documents(DEADLINE);

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        certificate = TestCertificate.make(folder.resolve("own.p12"), "dns:client.example,dns:other.example");
    }

    @BeforeEach
    void serve() throws Exception {
        server.close();
        server = LoopbackServer.overTls(certificate().context(), this::answer);
        open.add(server);
        documents = documents(DEADLINE);
    }

    @AfterEach
    void close() throws Exception {
        release.countDown();
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void aDocument_isTheClient() {
        answer = document(id("/a"));

        assertThat(documents.read(id("/a")))
                .contains(new Client(
                        id("/a"),
                        "Editor",
                        List.of("https://client.example/back"),
                        ClientAuthenticationMethod.NONE,
                        false));
        assertThat(documents.read(id("/a")).orElseThrow().provenHost()).contains("client.example");
    }

    @Test
    void theHost_getsNoCredentialsAndNoCookies() {
        answer = new Answer(
                200, Map.of("Content-Type", "application/json", "Set-Cookie", "a=b"), body(id("/a"), REDIRECTS));
        documents.read(id("/a"));
        clock.advance(Duration.ofDays(2));
        documents.read(id("/a"));

        assertThat(server.received()).hasSize(2).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.header("Accept")).isEqualTo("application/json");
            assertThat(request.header("Authorization")).isEmpty();
            assertThat(request.header("Cookie")).isEmpty();
            assertThat(request.header("Referer")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/json",
                "application/jsonp",
                "application/xml",
                "application/x+jsonx",
                "image/a+json"
            })
    void anotherType_isNone(String type) {
        answer = Answer.of(200, type, body(id("/a"), REDIRECTS));

        assertThat(documents.read(id("/a"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON", "application/cimd+json"})
    void jsonOfAnyKind_isRead(String type) {
        answer = Answer.of(200, type, body(id("/a"), REDIRECTS));

        assertThat(documents.read(id("/a"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 203, 304, 400, 401, 404, 500})
    void anotherStatus_isNone(int status) {
        answer = Answer.json(status, status == 304 ? "" : body(id("/a"), REDIRECTS));

        assertThat(documents.read(id("/a"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirect_isNotFollowed(int status) {
        answer = Answer.redirect(status, server.at("/b"));

        assertThat(documents.read(id("/a"))).isEmpty();
        assertThat(server.onlyRequest().target()).isEqualTo("/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/A", "/a/", "/b", ""})
    void aDocumentOfAnotherClientId_isNone(String path) {
        answer = document(id(path));

        assertThat(documents.read(id("/a"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'client_name':'Editor'",
                "'client_name':'Editor','redirect_uris':[]",
                "'client_name':'Editor','redirect_uris':'https://client.example/back'",
                "'client_name':'Editor','redirect_uris':['javascript:alert(1)']",
                "'client_name':'Editor','redirect_uris':['http://client.example/back']",
                "'redirect_uris':['https://client.example/back']",
                "'client_name':' ','redirect_uris':['https://client.example/back']",
                "'client_name':7,'redirect_uris':['https://client.example/back']",
                "'client_name':'\\u202eEditor','redirect_uris':['https://client.example/back']",
                "'client_name':'A','client_name':'B','redirect_uris':['https://client.example/back']",
                "'client_name':'A','client_id':'https://x.example/a','redirect_uris':['https://client.example/back']",
                "'client_name':'A','client_secret':'s','redirect_uris':['https://client.example/back']",
                "'client_name':'A','client_secret':null,'redirect_uris':['https://client.example/back']",
                "'client_name':'A','client_secret_expires_at':0,'redirect_uris':['https://client.example/back']",
                "'client_name':'A','redirect_uris':['https://client.example/back'],"
                        + "'token_endpoint_auth_method':'client_secret_basic'",
                "'client_name':'A','redirect_uris':['https://client.example/back'],"
                        + "'token_endpoint_auth_method':'client_secret_post'",
                "'client_name':'A','redirect_uris':['https://client.example/back'],"
                        + "'token_endpoint_auth_method':'client_secret_jwt'",
                "'client_name':'A','redirect_uris':['https://client.example/back'],'grant_types':['implicit']",
                "'client_name':'A','redirect_uris':['https://client.example/back']}{'a':'b'"
            })
    void aDocumentThatDoesNotDo_isNone(String members) {
        answer = Answer.json(200, ("{'client_id':'" + id("/a") + "'," + members + "}").replace('\'', '"'));

        assertThat(documents.read(id("/a"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "<html>"})
    void whatIsNoJsonObject_isNone(String body) {
        answer = Answer.json(200, body);

        assertThat(documents.read(id("/a"))).isEmpty();
    }

    @Test
    void aDocumentOfTheLargestSize_isReadAndALargerOneIsNot() {
        answer = Answer.json(200, padded(ClientMetadataDocuments.MAX_BYTES));
        assertThat(documents.read(id("/a"))).isPresent();

        answer = Answer.json(200, padded(ClientMetadataDocuments.MAX_BYTES + 1));
        clock.advance(Duration.ofDays(1));
        assertThat(documents.read(id("/a"))).isEmpty();
    }

    @Test
    void aCompressedDocument_isNone() {
        answer = new Answer(
                200, Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"), body(id("/a"), REDIRECTS));

        assertThat(documents.read(id("/a"))).isEmpty();
    }

    @Test
    void aHostThatDoesNotAnswer_isGivenUp() {
        isHeld = true;

        assertThat(documents(Duration.ofMillis(300)).read(id("/a"))).isEmpty();
    }

    @Test
    void aCertificateOfAnotherHost_isNotBelieved() {
        answer = document("https://third.example:" + server.port() + "/a");

        assertThat(documents.read("https://third.example:" + server.port() + "/a"))
                .isEmpty();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aHostThatIsNotAllowed_isNotAsked() {
        HttpSender sender = sender(DEADLINE);
        ClientMetadataDocuments strict = documents(new ClientMetadataPolicy(Set.of("other.example")), sender);

        assertThat(strict.read(id("/a"))).isEmpty();
        assertThat(strict.named(id("/a"))).isEmpty();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aName_isGivenWithoutAsking() {
        assertThat(documents.named(id("/a")))
                .hasValueSatisfying(client -> assertThat(client.reference())
                        .isEqualTo(new Client(id("/a"), "Editor", List.of(), ClientAuthenticationMethod.NONE, false)
                                .reference()));
        assertThat(documents.named("https://127.0.0.1/a")).isEmpty();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aDocument_isRememberedUntilItsEnd() {
        answer = new Answer(
                200,
                Map.of("Content-Type", "application/json", "Cache-Control", "max-age=3600"),
                body(id("/a"), REDIRECTS));
        documents.read(id("/a"));

        clock.advance(Duration.ofSeconds(3599));
        assertThat(documents.read(id("/a"))).isPresent();
        assertThat(server.received()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        assertThat(documents.read(id("/a"))).isPresent();
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void aDocumentThatIsGone_isNotGivenOutAnyMore() {
        answer = document(id("/a"));
        documents.read(id("/a"));
        answer = Answer.json(404, "{}");
        clock.advance(Duration.ofDays(1));

        assertThat(documents.read(id("/a"))).isEmpty();
    }

    @Test
    void aFailure_isNotRemembered() {
        answer = Answer.json(500, "{}");
        assertThat(documents.read(id("/a"))).isEmpty();

        answer = document(id("/a"));
        assertThat(documents.read(id("/a"))).isPresent();
    }

    @Test
    void anotherIdOfTheSameHost_isAnotherClient() {
        answer = document(id("/a"));
        documents.read(id("/a"));

        assertThat(documents.read(id("/b"))).isEmpty();
        assertThat(documents.read(id("/a"))).isPresent();
    }

    @Test
    void parallelFirstReadsOfOneId_askOnce() throws Exception {
        answer = document(id("/a"));
        isHeld = true;
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Future<Optional<Client>>> reads = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                reads.add(threads.submit(() -> documents.read(id("/a"))));
            }
            awaitRequests(1);
            release.countDown();

            for (Future<Optional<Client>> read : reads) {
                assertThat(read.get(10, TimeUnit.SECONDS)).isPresent();
            }
            assertThat(server.received()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void moreReadsThanThereIsRoomFor_areRefused() throws Exception {
        isHeld = true;
        ExecutorService threads = Executors.newFixedThreadPool(DocumentReads.ROOM);
        try {
            for (int i = 0; i < DocumentReads.ROOM; i++) {
                String id = i % 2 == 0 ? id("/" + i) : otherHost("/" + i);
                threads.execute(() -> documents.read(id));
            }
            awaitRequests(DocumentReads.ROOM);

            assertBusy(id("/one-more"));
        } finally {
            release.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void manyDistinctIdsOfOneHost_areRefusedAndOthersAreNot() {
        answer = document(id("/good"));
        assertThat(documents.read(id("/good"))).isPresent();
        answer = Answer.json(404, "{}");
        for (int i = 1; i < DocumentReads.PER_HOST.count(); i++) {
            assertThat(documents.read(id("/" + i))).isEmpty();
        }

        assertBusy(id("/one-more"));
        int asked = server.received().size();
        assertThat(documents.read(otherHost("/a"))).isEmpty();
        assertThat(server.received()).hasSize(asked + 1);
    }

    @Test
    void anIdThatWasGood_isReadThoughItsHostIsAskedForTooMany() {
        answer = document(id("/good"));
        documents.read(id("/good"));
        clock.advance(Duration.ofDays(2));
        for (int i = 0; i < DocumentReads.PER_HOST.count(); i++) {
            documents.read(id("/" + i));
        }

        assertBusy(id("/one-more"));
        assertThat(documents.read(id("/good"))).isPresent();
    }

    @Test
    void aMinuteLater_theHostIsAskedAgain() {
        for (int i = 0; i < DocumentReads.PER_HOST.count(); i++) {
            documents.read(id("/" + i));
        }
        assertBusy(id("/a"));

        clock.advance(DocumentReads.PER_HOST.period());
        answer = document(id("/a"));
        assertThat(documents.read(id("/a"))).isPresent();
    }

    @Test
    void aBlockedClient_isNotAskedFor() {
        answer = document(id("/a"));
        Clients clients = clients(Set.of(id("/a")), List.of());

        assertThat(clients.find(id("/a"))).isEmpty();
        assertThat(clients.named(id("/a"))).isEmpty();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aConfiguredClientWithSuchAnId_isNotAskedFor() {
        Clients clients =
                clients(Set.of(), List.of(TestClients.publicClient(id("/a"), "Pinned", TestClients.REDIRECT)));

        assertThat(clients.find(id("/a")).orElseThrow().name()).isEqualTo("Pinned");
        assertThat(clients.find(id("/a")).orElseThrow().provenHost()).isEmpty();
        assertThat(server.received()).isEmpty();
    }

    @Test
    void anotherClient_isFoundAsBefore() {
        answer = document(id("/a"));
        Clients clients =
                clients(Set.of(), List.of(TestClients.publicClient(TestClients.PUBLIC, "One", TestClients.REDIRECT)));

        assertThat(clients.find(TestClients.PUBLIC)).isPresent();
        assertThat(clients.named(TestClients.PUBLIC)).isEqualTo(clients.find(TestClients.PUBLIC));
        assertThat(clients.find(id("/a")).orElseThrow().name()).isEqualTo("Editor");
    }

    @Test
    void aGrantOfAClientThatHadASecret_isNotThatOfOneWithout() {
        Client named = documents.named(id("/a")).orElseThrow();

        assertThat(named.owns(named.reference(), "none")).isTrue();
        assertThat(named.owns(named.reference(), "client_secret_basic")).isFalse();
        assertThat(named.owns("another", "none")).isFalse();
    }

    private Clients clients(Set<String> blocked, List<ConfiguredClient> configured) {
        return new Clients(Map.of(), configured, TestClients.sealed(clock), Optional.of(documents), blocked);
    }

    private void assertBusy(String id) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> documents.read(id))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE));
    }

    private void awaitRequests(int number) throws InterruptedException {
        while (server.received().size() < number) {
            Thread.sleep(10);
        }
    }

    private Answer answer(Received request) {
        if (isHeld) {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return answer;
    }

    private String id(String path) {
        return "https://client.example:" + server.port() + path;
    }

    private String otherHost(String path) {
        return "https://other.example:" + server.port() + path;
    }

    private static Answer document(String id) {
        return Answer.json(200, body(id, REDIRECTS));
    }

    private static String body(String id, String more) {
        return "{\"client_id\":\"" + id + "\",\"client_name\":\"Editor\"," + more + "}";
    }

    private String padded(int bytes) {
        String start = body(id("/a"), REDIRECTS + ",\"x\":\"");
        return start.substring(0, start.length() - 1) + "x".repeat(bytes - start.length() - 1) + "\"}";
    }

    private HttpSender sender(Duration deadline) {
        HttpSender sender =
                TestSenders.ofLoopbackNames(certificate().pem(), deadline, ClientMetadataDocuments.MAX_BYTES);
        open.add(sender);
        return sender;
    }

    private ClientMetadataDocuments documents(Duration deadline) {
        Set<String> hosts = Set.of(
                "client.example:" + server.port(), "other.example:" + server.port(), "third.example:" + server.port());
        return documents(new ClientMetadataPolicy(hosts), sender(deadline));
    }

    private ClientMetadataDocuments documents(ClientMetadataPolicy policy, HttpSender sender) {
        return new ClientMetadataDocuments(policy, sender, new RedirectUris(Optional.empty()), json, clock);
    }

    private static TestCertificate certificate() {
        if (certificate == null) {
            throw new IllegalStateException("no certificate was made");
        }
        return certificate;
    }
}
