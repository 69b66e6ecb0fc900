package org.vizgate.sample;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

import org.vizgate.sample.TableauTrouble.Kind;
import org.vizgate.session.SessionHeader;
import org.vizgate.session.TableauSession;

/**
 * Asks Tableau for the workbooks a session may see ("Query Workbooks for Site" of the Tableau REST API).
 *
 * <p>It knows no caller: each call brings the session it speaks for. Safe for use by several threads.
 */
final class TableauWorkbooks {
    private static final String API_VERSION = "3.24";
    private static final int PAGE_SIZE = 100;
    private static final int MOST_PAGES = 10;
    private static final String TOKEN_INVALID = "401002";
    private static final JsonProvider JSON = JsonProvider.provider();

    private final HttpClient http;
    private final Duration patience;

    TableauWorkbooks() {
        this(Duration.ofSeconds(10));
    }

    /** @param patience how long one page may take, connecting included */
    TableauWorkbooks(Duration patience) {
        this.patience = patience;
        // A redirect would carry the session to a place that nobody configured.
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /**
     * All workbooks, or the first thousand.
     *
     * @throws TableauTrouble if Tableau refuses or cannot be asked; a session it calls invalid has been reported lost
     */
    WorkbookList visibleTo(TableauSession session) throws TableauTrouble {
        List<Workbook> workbooks = new ArrayList<>();
        int total = 0;
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonObject answer = ask(session, page);
            List<Workbook> found = workbooksIn(answer);
            workbooks.addAll(found);
            total = totalIn(answer, workbooks.size());
            if (found.isEmpty() || workbooks.size() >= total) {
                break;
            }
        }
        return new WorkbookList(workbooks, Math.max(total, workbooks.size()));
    }

    private JsonObject ask(TableauSession session, int page) throws TableauTrouble {
        SessionHeader header = session.header();
        HttpRequest request = HttpRequest.newBuilder(address(session, page))
                .timeout(patience)
                .header("Accept", "application/json")
                .header(header.name(), header.value().reveal())
                .GET()
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() != 200) {
            throw refusal(session, response);
        }
        return read(response.body())
                .orElseThrow(
                        () -> new TableauTrouble(
                                Kind.UNREADABLE,
                                "Tableau's answer is not JSON. Check that SERVER is Tableau itself and not a sign-in page before it."));
    }

    private static URI address(TableauSession session, int page) throws TableauTrouble {
        String site = session.site().id();
        if (site.isEmpty()) {
            throw new TableauTrouble(
                    Kind.REFUSED, "Tableau did not tell which site this session is for. Sign in again.");
        }
        return session.server()
                .resolve("/api/" + API_VERSION + "/sites/" + site + "/workbooks?pageSize=" + PAGE_SIZE + "&pageNumber="
                        + page);
    }

    private HttpResponse<String> send(HttpRequest request) throws TableauTrouble {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            // Not http.send: its timeout ends with the headers, and a body that trickles would hold the thread for
            // ever.
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooSlow(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw tooSlow(e);
            }
            if (e.getCause() instanceof IOException) {
                throw new TableauTrouble(Kind.UNREACHABLE, "Tableau cannot be reached. Try again in a moment.", e);
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TableauTrouble(Kind.UNREACHABLE, "The server is stopping. Try again in a moment.", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static TableauTrouble tooSlow(Exception e) {
        return new TableauTrouble(Kind.TOO_SLOW, "Tableau takes too long to answer. Try again in a moment.", e);
    }

    private static TableauTrouble refusal(TableauSession session, HttpResponse<String> response) {
        String code = read(response.body())
                .map(body -> body.get("error") instanceof JsonObject error ? error.getString("code", "") : "")
                .filter(text -> text.matches("[0-9]{6}"))
                .orElse("");
        if (code.equals(TOKEN_INVALID)) {
            session.reportLost();
            return new TableauTrouble(
                    Kind.SESSION_LOST,
                    "Tableau has ended this session (error " + code + "). Refresh the access token, or sign in again.");
        }
        if (response.statusCode() >= 500) {
            return new TableauTrouble(
                    Kind.UNREACHABLE,
                    "Tableau is not able to answer now (HTTP " + response.statusCode() + "). Try again in a moment.");
        }
        return new TableauTrouble(
                Kind.REFUSED,
                "Tableau refused to list workbooks ("
                        + (code.isEmpty() ? "HTTP " + response.statusCode() : "error " + code)
                        + "). Ask a Tableau administrator whether this user may see workbooks of the site.");
    }

    private static List<Workbook> workbooksIn(JsonObject answer) {
        List<Workbook> workbooks = new ArrayList<>();
        // A site without workbooks has an empty object here.
        if (answer.get("workbooks") instanceof JsonObject list && list.get("workbook") instanceof JsonArray entries) {
            for (JsonValue entry : entries) {
                if (entry instanceof JsonObject workbook) {
                    workbooks.add(new Workbook(workbook.getString("id", ""), workbook.getString("name", "")));
                }
            }
        }
        return workbooks;
    }

    /** Tableau writes this number as text. */
    private static int totalIn(JsonObject answer, int otherwise) {
        JsonObject pagination =
                answer.get("pagination") instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        JsonValue total = pagination.getOrDefault("totalAvailable", JsonValue.NULL);
        String digits = total instanceof JsonString text ? text.getString() : total.toString();
        if (digits.matches("[0-9]{1,9}")) {
            return Integer.parseInt(digits);
        }
        return otherwise;
    }

    private static Optional<JsonObject> read(String body) {
        try (JsonReader reader = JSON.createReader(new StringReader(body))) {
            return Optional.of(reader.readObject());
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
