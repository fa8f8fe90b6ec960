// The small window for a new lead: an entry of its own, so that it opens without all the screens of the large one.
import "@fontsource-variable/inter";
import "./app.css";
import { mount } from "svelte";
import Capture from "./features/capture/Capture.svelte";

const target = document.getElementById("app");
if (target) mount(Capture, { target });
