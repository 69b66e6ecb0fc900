package org.vizgate.sample;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vizgate.sample.TableauTrouble.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TableauWorkbooksTest {
    private final TableauWorkbooks workbooks = new TableauWorkbooks(Duration.ofSeconds(5));

    @SuppressWarnings("NullAway.Init")
    private TestTableau tableau;

    @BeforeEach
    void start() throws IOException {
        tableau = new TestTableau();
    }

    @AfterEach
    void stop() {
        tableau.close();
    }

    @Test
    void onePage_isAskedForWithTheCallersSession() throws TableauTrouble {
        tableau.answers(200, page(2, 0, 2));

        WorkbookList list = workbooks.visibleTo(caller());

        assertThat(list.workbooks()).containsExactly(new Workbook("id-0", "Book 0"), new Workbook("id-1", "Book 1"));
        assertThat(list.isComplete()).isTrue();
        assertThat(tableau.requests())
                .containsExactly("GET /api/3.24/sites/" + TestCaller.SITE_ID + "/workbooks?pageSize=100&pageNumber=1 "
                        + TestCaller.TOKEN);
    }

    @Test
    void severalPages_areAllAskedFor() throws TableauTrouble {
        tableau.answers(200, page(150, 0, 100)).answers(200, page(150, 100, 150));

        WorkbookList list = workbooks.visibleTo(caller());

        assertThat(list.workbooks()).hasSize(150).doesNotHaveDuplicates();
        assertThat(tableau.requests()).hasSize(2).last().asString().contains("pageNumber=2");
    }

    @Test
    void moreThanAThousand_areCutAndSaidToBe() throws TableauTrouble {
        for (int page = 0; page < 10; page++) {
            tableau.answers(200, page(1_001, page * 100, page * 100 + 100));
        }

        WorkbookList list = workbooks.visibleTo(caller());

        assertThat(list.workbooks()).hasSize(1_000);
        assertThat(list.total()).isEqualTo(1_001);
        assertThat(list.isComplete()).isFalse();
    }

    @Test
    void aSiteWithoutWorkbooks_isAnEmptyList() throws TableauTrouble {
        tableau.answers(200, "{\"pagination\":{\"totalAvailable\":\"0\"},\"workbooks\":{}}");

        assertThat(workbooks.visibleTo(caller()).toJson().toString())
                .isEqualTo("{\"workbooks\":[],\"total\":0,\"complete\":true}");
    }

    @Test
    void anEmptyPage_endsTheAsking() throws TableauTrouble {
        tableau.answers(200, page(300, 0, 100)).answers(200, page(300, 0, 0));

        assertThat(workbooks.visibleTo(caller()).isComplete()).isFalse();
    }

    @Test
    void aSessionThatTableauCallsInvalid_isReportedLost() {
        tableau.answers(401, "{\"error\":{\"summary\":\"Unauthorized\",\"detail\":\"Invalid\",\"code\":\"401002\"}}");
        TestCaller caller = caller();

        TableauTrouble trouble = troubleFor(caller);

        assertThat(trouble.kind()).isEqualTo(Kind.SESSION_LOST);
        assertThat(trouble.kind().status()).isEqualTo(502);
        assertThat(trouble.advice()).contains("401002").contains("sign in again");
        assertThat(caller.lost()).isTrue();
    }

    @Test
    void anotherRefusal_leavesTheSessionAlone() {
        tableau.answers(403, "{\"error\":{\"code\":\"403004\"}}");
        TestCaller caller = caller();

        assertThat(troubleFor(caller).advice()).contains("403004");
        assertThat(caller.lost()).isFalse();
    }

    @Test
    void aRefusalWithoutBody_namesTheStatus() {
        tableau.answers(401, "");

        assertThat(troubleFor(caller()).advice()).contains("HTTP 401");
    }

    @Test
    void aRedirect_isNotFollowed() {
        tableau.redirectsTo("/elsewhere");

        assertThat(troubleFor(caller()).kind()).isEqualTo(Kind.REFUSED);
        assertThat(tableau.requests()).hasSize(1);
    }

    @Test
    void aPageInsteadOfJson_isUnreadable() {
        tableau.answers(200, "<html>Sign in</html>");

        assertThat(troubleFor(caller()).kind()).isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void aTableauThatFails_isUnreachable() {
        tableau.answers(503, "busy");

        assertThat(troubleFor(caller()).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void nobodyListening_isUnreachable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        TestCaller caller = TestCaller.of("jo", URI.create("http://127.0.0.1:" + port));

        TableauTrouble trouble = troubleFor(caller);

        assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(trouble.kind().status()).isEqualTo(502);
        assertThat(caller.lost()).isFalse();
    }

    @Test
    void aBodyThatStalls_isTooSlow() {
        tableau.startsAndStalls();

        TableauTrouble trouble = catchThrowableOfType(
                TableauTrouble.class, () -> new TableauWorkbooks(Duration.ofMillis(300)).visibleTo(caller()));

        assertThat(trouble.kind()).isEqualTo(Kind.TOO_SLOW);
        assertThat(trouble.kind().status()).isEqualTo(504);
    }

    private TestCaller caller() {
        return TestCaller.of("jo@corp.example", tableau.address());
    }

    private TableauTrouble troubleFor(TestCaller caller) {
        return catchThrowableOfType(TableauTrouble.class, () -> workbooks.visibleTo(caller));
    }

    /** A page that says there are {@code total} workbooks and holds those from {@code from} to before {@code to}. */
    private static String page(int total, int from, int to) {
        String entries = IntStream.range(from, to)
                .mapToObj(i -> "{\"id\":\"id-" + i + "\",\"name\":\"Book " + i + "\"}")
                .collect(Collectors.joining(","));
        return "{\"pagination\":{\"pageNumber\":\"1\",\"pageSize\":\"100\",\"totalAvailable\":\"" + total + "\"},"
                + "\"workbooks\":{\"workbook\":[" + entries + "]}}";
    }
}
