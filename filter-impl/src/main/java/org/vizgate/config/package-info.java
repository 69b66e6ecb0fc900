/**
 * The settings of one web application: where they are looked up, what they may be, and what they amount to.
 *
 * <p>The door is {@link org.vizgate.config.SettingsReader}: sources go in, a {@link org.vizgate.config.Settings} comes out,
 * or one {@link org.vizgate.config.ConfigurationException} with everything that is wrong. Only the servlet package imports
 * this one; it also supplies the {@link org.vizgate.config.SettingsSource}s, so that nothing here reads the environment or
 * a system property. Ground: imports {@code access}, {@code limit}, {@code protocol}, the application's types and the JDK.
 * Nothing here connects to anything; files that settings name are read.
 *
 * <p>Inside, one reader for each part of {@code Settings} asks a {@code Lookup} for typed values. A value that is wrong is
 * written down as a {@link org.vizgate.config.Problem} and the reading goes on with a stand-in.
 *
 * <p>Meant, although it may look odd: a setting that is present but blank counts as <em>set to its default</em>, and hides
 * the same name in sources further away. So an operator can switch off what a web application has packed.
 */
@NullMarked
package org.vizgate.config;

import org.jspecify.annotations.NullMarked;
