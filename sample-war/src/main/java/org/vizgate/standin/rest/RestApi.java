package org.vizgate.standin.rest;

import java.util.Optional;

import org.vizgate.standin.credential.KnownCredentials;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.http.Area;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Endpoint;
import org.vizgate.standin.http.Reply;
import org.vizgate.standin.session.Sessions;

/** The REST API as a part of the address space: every method, with the version that brought it. */
public final class RestApi {
    private final Product product;

    private RestApi(Product product) {
        this.product = product;
    }

    public static Area area(Product product, StandInData data, Sessions sessions, KnownCredentials credentials) {
        return new RestApi(product).area(data, sessions, credentials);
    }

    private Area area(StandInData data, Sessions sessions, KnownCredentials credentials) {
        CurrentUser current = new CurrentUser(sessions);
        Endpoint serverInfo = since(2, 4, new ServerInfo(product));
        Endpoint signIn = since(2, 4, new SignIn(product, data, sessions, credentials));
        Endpoint switchSite = since(2, 6, new SwitchSite(product, data, sessions, current));
        return new Area("/api/", new RestRefusals())
                .on("GET", "/api/{version}/serverinfo", serverInfo)
                .on("GET", "/api/{version}/serverInfo", serverInfo)
                .on("POST", "/api/{version}/auth/signin", signIn)
                .on("POST", "/api/{version}/auth/signout", since(2, 4, new SignOut(sessions)))
                .on("POST", "/api/{version}/auth/switchSite", switchSite)
                .on("GET", "/api/{version}/sessions/current", since(3, 1, new CurrentSession(data, current)))
                .on("GET", "/api/{version}/sites/{site}/workbooks", since(2, 4, new Workbooks(data, current)));
    }

    private Endpoint since(int major, int minor, RestMethod method) {
        ApiVersion first = new ApiVersion(major, minor);
        return call -> {
            if (!isServed(call.variable("version"), first)) {
                return RestRefusals.reply(call, RestFault.unknownPath(call.path()));
            }
            try {
                return reply(call, method.answer(call));
            } catch (RestFault fault) {
                return RestRefusals.reply(call, fault);
            }
        };
    }

    private boolean isServed(String version, ApiVersion first) {
        return ApiVersion.parse(version)
                .filter(asked -> asked.isBetween(first, product.newest()))
                .isPresent();
    }

    private static Reply reply(Call call, Optional<Answer> answer) {
        return answer.map(content -> AnswerFormat.wantedBy(call).render(200, content))
                .orElseGet(() -> Reply.empty(204));
    }
}
