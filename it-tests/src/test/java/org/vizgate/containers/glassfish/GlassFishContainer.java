package org.vizgate.containers.glassfish;

import java.io.IOException;
import java.nio.file.Path;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;
import org.jspecify.annotations.Nullable;
import org.vizgate.containers.SharedLibraries;

/** A GlassFish in another Java process. A WAR named {@code shop.war} is at {@code /shop}, and {@code ROOT.war} at the root. */
public final class GlassFishContainer implements DeployableContainer<GlassFishConfiguration> {
    private GlassFishConfiguration configuration = new GlassFishConfiguration();
    private @Nullable GlassFishProcess server;

    @Override
    public Class<GlassFishConfiguration> getConfigurationClass() {
        return GlassFishConfiguration.class;
    }

    @Override
    public void setup(GlassFishConfiguration value) {
        configuration = value;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void start() throws LifecycleException {
        try {
            server = GlassFishProcess.start(configuration);
        } catch (IOException e) {
            throw new LifecycleException("GlassFish does not start", e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        try {
            running().stop();
        } catch (IOException | InterruptedException e) {
            throw new LifecycleException("GlassFish does not stop", e);
        }
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        String name = name(archive);
        Path war = configuration.getHome().resolve(archive.getName());
        try {
            archive.as(ZipExporter.class).exportTo(war.toFile(), true);
            String libraries = SharedLibraries.areWantedBy(archive)
                    ? " --libraries=" + SharedLibraries.leadingTo(configuration.getHome())
                    : "";
            // Without the folder, which may have a space in its name.
            running()
                    .run("deploy --name=%s --contextroot=/%s%s %s"
                            .formatted(name, name.equals("ROOT") ? "" : name, libraries, war.getFileName()));
            return new ProtocolMetaData().addContext(new HTTPContext("127.0.0.1", configuration.getPort()));
        } catch (IOException e) {
            throw new DeploymentException("GlassFish does not take " + name, e);
        } finally {
            war.toFile().delete();
        }
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        try {
            running().run("undeploy " + name(archive));
        } catch (IOException e) {
            throw new DeploymentException("GlassFish does not let go of " + archive.getName(), e);
        }
    }

    private GlassFishProcess running() {
        if (server == null) {
            throw new IllegalStateException("GlassFish is not running");
        }
        return server;
    }

    private static String name(Archive<?> archive) {
        String file = archive.getName();
        return file.substring(0, file.length() - ".war".length());
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
