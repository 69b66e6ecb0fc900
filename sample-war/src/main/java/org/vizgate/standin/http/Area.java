package org.vizgate.standin.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The paths below one prefix: their endpoints, and how this part of the address space refuses. Built once, then only read. */
public final class Area {
    private final String prefix;
    private final Refusals refusals;
    private final List<Route> routes = new ArrayList<>();

    private record Route(PathPattern pattern, Map<String, Endpoint> byMethod) {}

    public Area(String prefix, Refusals refusals) {
        this.prefix = prefix;
        this.refusals = refusals;
    }

    /** Adds an endpoint and returns this area; {@code path} counts from the root, not from the prefix. */
    public Area on(String method, String path, Endpoint endpoint) {
        for (Route route : routes) {
            if (route.pattern().toString().equals(path)) {
                route.byMethod().put(method, endpoint);
                return this;
            }
        }
        Map<String, Endpoint> byMethod = new TreeMap<>();
        byMethod.put(method, endpoint);
        routes.add(new Route(new PathPattern(path), byMethod));
        return this;
    }

    boolean contains(String path) {
        return path.startsWith(prefix);
    }

    Refusals refusals() {
        return refusals;
    }

    Reply answer(Call call) {
        for (Route route : routes) {
            var variables = route.pattern().variables(call.path());
            if (variables.isPresent()) {
                return answer(route, call.withVariables(variables.get()));
            }
        }
        return refusals.notFound(call);
    }

    private Reply answer(Route route, Call call) {
        Endpoint endpoint = route.byMethod().get(call.method());
        return endpoint == null ? refusals.wrongMethod(call, route.byMethod().keySet()) : endpoint.answer(call);
    }
}
