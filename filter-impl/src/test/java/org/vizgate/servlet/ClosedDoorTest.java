package org.vizgate.servlet;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

/** An application whose gate could not start, in a container that serves it all the same. */
class ClosedDoorTest {
    private final List<Filter> filters = new ArrayList<>();
    private final List<String> mappings = new ArrayList<>();

    @Test
    void settingsThatAllowNoStart_everyRequestIsRefused() throws Exception {
        assertThatThrownBy(() -> new VizgateInitializer().onStartup(Set.of(), contextWithoutSettings()))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("OAUTH_ISSUER");

        assertThat(mappings).containsExactly("/*");
        List<Object> statuses = new ArrayList<>();
        StringWriter body = new StringWriter();
        filters.get(0)
                .doFilter(
                        proxy(HttpServletRequest.class, (method, arguments) -> null),
                        response(statuses, new PrintWriter(body, true)),
                        (request, response) -> fail("the application was asked"));
        assertThat(statuses).containsExactly(503);
        assertThat(body.toString()).contains("The server's log says why");
    }

    private ServletContext contextWithoutSettings() {
        FilterRegistration.Dynamic registration = proxy(FilterRegistration.Dynamic.class, (method, arguments) -> {
            if (method.equals("addMappingForUrlPatterns")) {
                mappings.addAll(List.of((String[]) arguments[2]));
            }
            return null;
        });
        return proxy(ServletContext.class, (method, arguments) -> switch (method) {
            case "getContextPath" -> "";
            case "getFilterRegistrations", "getServletRegistrations" -> Map.of();
            case "getInitParameterNames" -> Collections.enumeration(List.of());
            case "addFilter" -> {
                filters.add((Filter) arguments[1]);
                yield registration;
            }
            default -> null;
        });
    }

    private static HttpServletResponse response(List<Object> statuses, PrintWriter writer) {
        return proxy(HttpServletResponse.class, (method, arguments) -> switch (method) {
            case "setStatus" -> {
                statuses.add(arguments[0]);
                yield null;
            }
            case "getWriter" -> writer;
            default -> null;
        });
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object[], @Nullable Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                ClosedDoorTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName(), arguments)));
    }
}
