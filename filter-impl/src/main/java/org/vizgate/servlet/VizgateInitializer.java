package org.vizgate.servlet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;

import org.jspecify.annotations.Nullable;
import org.vizgate.config.ConfigurationException;
import org.vizgate.config.Settings;
import org.vizgate.config.SettingsReader;
import org.vizgate.config.SettingsSource;

/**
 * Puts the gate in front of a web application when it starts: the filter for every path and a servlet for each endpoint,
 * except those that the application has registered itself. {@code OAUTH_AUTO_REGISTER=false} leaves all to the application.
 *
 * <p>Containers run it by themselves. An embedded one that does not (Spring Boot's) is told to call {@link #onStartup}; a
 * second call for the same application does nothing.
 */
public final class VizgateInitializer implements ServletContainerInitializer {
    /** Of the filter that it registers. */
    static final String NAME = "vizgate";

    private static final Logger LOG = System.getLogger(VizgateInitializer.class.getName());

    /**
     * Registers what is missing, and starts it.
     *
     * @param classes of no interest here
     * @throws ServletException if the settings do not allow a start; the message lists every problem
     */
    @Override
    public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) throws ServletException {
        if (Components.find(context) != null) {
            return;
        }
        try {
            protect(context);
        } catch (ConfigurationException e) {
            FailedStart.happened(context);
            throw new ServletException(e.getMessage(), e);
        } catch (ServletException | RuntimeException | Error e) {
            FailedStart.happened(context);
            throw e;
        }
    }

    private static void protect(ServletContext context) throws ServletException {
        // Whoever's the gate will be: where code adds one beside the jar's, it may be the jar's that fails.
        FailedStart.refuseIn(context);
        Optional<FilterRegistration> declared = Registrations.gate(context);
        Map<String, String> initParameters =
                declared.map(FilterRegistration::getInitParameters).orElse(Map.of());
        List<SettingsSource> sources = ContextSettings.of(initParameters, context);
        Components.closeWith(context);
        boolean registers = SettingsReader.autoRegister(sources);
        if (registers) {
            start(SettingsReader.read(sources, context.getContextPath()), declared, context);
        }
        if (!registers || declared.isPresent()) {
            WebSocketGuard.addTo(context, declared);
        }
    }

    // Registering comes first: it can fail, and before the objects are made there is nothing to close.
    private static void start(Settings settings, Optional<FilterRegistration> declared, ServletContext context)
            throws ServletException {
        if (declared.isEmpty()) {
            registerFilter(context);
        }
        if (settings instanceof Settings.Protecting protecting) {
            registerServlets(protecting, context);
        }
        Components.start(settings, context);
    }

    private static void registerFilter(ServletContext context) throws ServletException {
        FilterRegistration.Dynamic filter = context.addFilter(NAME, TableauAuthFilter.class);
        if (filter == null) {
            throw nameTaken("filter", NAME);
        }
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private static void registerServlets(Settings.Protecting settings, ServletContext context) throws ServletException {
        for (EndpointKind kind : EndpointKind.values()) {
            if (!Registrations.hasServlet(kind.servlet(), context) && kind.isWanted(settings)) {
                registerServlet(kind, kind.mappings(settings.gate().endpointPath()), context);
            }
        }
    }

    private static void registerServlet(EndpointKind kind, List<String> mappings, ServletContext context)
            throws ServletException {
        String name = NAME + "-" + kind.name().toLowerCase(Locale.ROOT);
        ServletRegistration.Dynamic servlet = context.addServlet(name, kind.servlet());
        if (servlet == null) {
            throw nameTaken("servlet", name);
        }
        servlet.setAsyncSupported(true);
        for (String mapping : mappings) {
            String other = Registrations.at(mapping, context);
            if (!servlet.addMapping(mapping).isEmpty()) {
                throw new ServletException("The application's servlet " + other + " is at " + mapping
                        + ", where Vizgate's " + kind.servlet().getSimpleName()
                        + " belongs. Move the application's, or set OAUTH_ENDPOINT_PATH to another path.");
            }
        }
        for (String alias : kind.aliases()) {
            if (Registrations.isCovered(alias, context)
                    || !servlet.addMapping(alias).isEmpty()) {
                LOG.log(Level.INFO, "the application has a servlet at {0}, so that alias is left out", alias);
            }
        }
    }

    private static ServletException nameTaken(String kind, String name) {
        return new ServletException("Vizgate cannot register itself: the application has a " + kind + " named " + name
                + ". Give the application's another name.");
    }
}
