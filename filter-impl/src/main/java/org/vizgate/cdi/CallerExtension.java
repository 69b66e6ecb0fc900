package org.vizgate.cdi;

import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.servlet.http.HttpServletRequest;

import org.vizgate.session.TableauCaller;
import org.vizgate.session.TableauSession;

/**
 * Lets an application write {@code @Inject TableauCaller} and {@code @Inject TableauSession}. Both are request-scoped: what
 * is injected stands for the caller of whichever request is being served when a method is called.
 *
 * <p>CDI finds this class by itself; there is nothing to configure.
 */
public class CallerExtension implements Extension {
    void addBeans(@Observes AfterBeanDiscovery event) {
        add(TableauCaller.class, CallerExtension::caller, event);
        add(TableauSession.class, beans -> caller(beans).session(), event);
    }

    // The id lets beans that are passivated hold one: what they keep is the name, never the caller.
    private static <T> void add(Class<T> type, Function<Instance<Object>, T> current, AfterBeanDiscovery event) {
        event.<T>addBean()
                .id(type.getName())
                .types(type, Object.class)
                .qualifiers(Default.Literal.INSTANCE, Any.Literal.INSTANCE)
                .scope(RequestScoped.class)
                .produceWith(current);
    }

    private static TableauCaller caller(Instance<Object> beans) {
        return TableauCaller.of(request(beans))
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Nobody is known to be calling: the request came by a public path without a valid access token, or"
                                        + " did not pass the Vizgate filter. Where that may be, ask TableauCaller.of(request)."));
    }

    private static HttpServletRequest request(Instance<Object> beans) {
        Instance<HttpServletRequest> request = beans.select(HttpServletRequest.class);
        if (!request.isResolvable()) {
            throw new IllegalStateException("There is no HTTP request in this application, so nobody is calling.");
        }
        return request.get();
    }
}
