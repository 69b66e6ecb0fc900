package org.vizgate.containers.jetty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;
import org.jspecify.annotations.Nullable;
import org.vizgate.containers.SharedLibraries;

/** A Jetty in this Java process. A WAR named {@code shop.war} is at {@code /shop}, and {@code ROOT.war} at the root. */
public final class JettyContainer implements DeployableContainer<JettyConfiguration> {
    private static final String HOST = "127.0.0.1";

    private final ContextHandlerCollection contexts = new ContextHandlerCollection();
    private final Map<String, Deployed> deployed = new LinkedHashMap<>();
    private JettyConfiguration configuration = new JettyConfiguration();
    private @Nullable Server server;

    private record Deployed(ContextHandler context, Path folder) {}

    @Override
    public Class<JettyConfiguration> getConfigurationClass() {
        return JettyConfiguration.class;
    }

    @Override
    public void setup(JettyConfiguration value) {
        configuration = value;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void start() throws LifecycleException {
        QueuedThreadPool threads = new QueuedThreadPool();
        if (Boolean.getBoolean("it.virtual-threads")) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        Server started = new Server(threads);
        ServerConnector connector = new ServerConnector(started);
        connector.setHost(HOST);
        connector.setPort(configuration.getPort());
        started.addConnector(connector);
        started.setHandler(contexts);
        try {
            started.start();
        } catch (Exception e) {
            throw new LifecycleException("Jetty does not start", e);
        }
        server = started;
    }

    @Override
    public void stop() throws LifecycleException {
        if (server != null) {
            try {
                server.stop();
            } catch (Exception e) {
                throw new LifecycleException("Jetty does not stop", e);
            }
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        String name = archive.getName();
        try {
            Path folder = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "jetty-");
            archive.as(ExplodedExporter.class).exportExploded(folder.toFile(), "webapp");
            ContextHandler context = webApplication(name, folder);
            if (SharedLibraries.areWantedBy(archive)) {
                // The context makes this the parent of its own.
                context.setClassLoader(SharedLibraries.loader());
            }
            deployed.put(name, new Deployed(context, folder));
            contexts.addHandler(context);
            context.start();
            return new ProtocolMetaData().addContext(new HTTPContext(HOST, configuration.getPort()));
        } catch (Exception e) {
            take(name);
            throw new DeploymentException("Jetty does not take " + name, e);
        }
    }

    private ContextHandler webApplication(String name, Path folder) throws ReflectiveOperationException {
        String file = name.substring(0, name.length() - ".war".length());
        Object context = Class.forName(configuration.getWebAppContextClass())
                .getConstructor()
                .newInstance();
        Class<?> type = context.getClass();
        type.getMethod("setWar", String.class)
                .invoke(context, folder.resolve("webapp").toString());
        type.getMethod("setThrowUnavailableOnStartupException", boolean.class).invoke(context, true);
        ContextHandler handler = (ContextHandler) context;
        handler.setContextPath(file.equals("ROOT") ? "/" : "/" + file);
        handler.setTempDirectory(folder.resolve("work").toFile());
        return handler;
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        take(archive.getName());
    }

    private void take(String name) throws DeploymentException {
        Deployed taken = deployed.remove(name);
        if (taken == null) {
            return;
        }
        try {
            taken.context().stop();
            contexts.removeHandler(taken.context());
            taken.context().destroy();
            delete(taken.folder());
        } catch (Exception e) {
            throw new DeploymentException("Jetty does not let go of " + name, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> files = Files.walk(folder)) {
            inside = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    @Deprecated
    public void deploy(Descriptor descriptor) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    public void undeploy(Descriptor descriptor) {
        throw new UnsupportedOperationException();
    }
}
