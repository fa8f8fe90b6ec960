// The channels of a conversation with their icons.
import FileText from "@lucide/svelte/icons/file-text";
import Footprints from "@lucide/svelte/icons/footprints";
import Mail from "@lucide/svelte/icons/mail";
import MessageCircle from "@lucide/svelte/icons/message-circle";
import Phone from "@lucide/svelte/icons/phone";
import Presentation from "@lucide/svelte/icons/presentation";
import Users from "@lucide/svelte/icons/users";
import type { Icon } from "./icon";
import type { Channel } from "../lib/generated/api";

export const channels: Channel[] = ["call", "visit", "presentation", "email", "message", "web_form", "other"];

export const channelIcons: Record<Channel, Icon> = {
  call: Phone,
  visit: Footprints,
  presentation: Presentation,
  email: Mail,
  message: MessageCircle,
  web_form: FileText,
  other: Users,
};
