import { newActivityName } from '../bizproc/token';
import type { TemplateOptions, TemplateStep } from '../options';
import type { TemplateView } from '../records';
import type { Registrations } from '../registration/registrations';
import { inWords } from '../registration/view';

export interface Drawing extends Omit<TemplateView, 'templateId'> {
	steps: Array<TemplateView['steps'][number] & { activityName: string }>;
}

export interface Template extends Drawing {
	templateId: number;
}

/** The drawn processes of the portal. */
export class Templates {
	private readonly byId = new Map<number, Template>();

	constructor(private readonly registrations: Registrations) {}

	/** A process that is on no list. */
	draw({ name = 'A process', steps, document }: TemplateOptions): Drawing {
		const drawn = steps.map((step) => ({
			...{ ...step, name: this.nameOf(step) },
			activityName: newActivityName(),
		}));
		return { name, steps: drawn, document };
	}

	publish(options: TemplateOptions): Template {
		const template = { templateId: this.byId.size + 1, ...this.draw(options) };
		this.byId.set(template.templateId, template);
		return template;
	}

	get(templateId: number): Template {
		const template = this.byId.get(templateId);
		if (!template) throw new Error(`No template ${templateId} was published here`);
		return template;
	}

	views(): TemplateView[] {
		return [...this.byId.values()];
	}

	/** A step keeps the name it had when it was drawn, also when its application takes it away; else its code. */
	nameOf({ name, code }: TemplateStep): string {
		return name ?? (inWords(this.registrations.find(code)?.fields.NAME) || code);
	}
}
